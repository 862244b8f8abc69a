from .documents import facts, proposed

AGENDA = """Secretary General's agenda
Monday 3 April 2023
09:30 Meeting with the Prime Minister of Japan, Mr Fumio Kishida
11:00 Lunch
18:00 Telephone call with the Prime Minister of Japan, Mr Fumio Kishida, from Tokyo"""


class TestAgenda:
    def test_announces_each_meeting_under_its_day(self):
        talks, call = proposed(AGENDA, "meeting")
        assert (talks.status, talks.variant, call.variant) == ("planned", "talks", "call")
        assert facts(talks, "date", "interlocutor") == ["2023-04-03", "nato-sg", "kishida-fumio"]
        assert facts(call, "place") == []

    def test_of_nobody_announces_nothing(self):
        assert proposed(AGENDA.replace("Secretary General's", "The"), "meeting") == []

    def test_without_days_announces_nothing(self):
        assert proposed(AGENDA.replace("Monday 3 April 2023", "Monday"), "meeting") == []


class TestDiplomats:
    def test_are_accredited_since_their_letters_or_seen_on_the_day_of_the_list(self):
        text = "Diplomatic list of Belgium as of 1 June 2018\nJapan: H.E. Mr Shinzo Abe"
        (seen,) = proposed(text, "tenure")
        assert (seen.variant, facts(seen, "person", "office", "milestone")) == (
            "seen",
            ["abe-shinzo", "jp-ambassador-be", "2018-06-01"],
        )
        (letters,) = proposed(f"{text}\nCredentials: 16 May 2017", "tenure")
        assert (letters.variant, facts(letters, "milestone")) == ("credentials", ["2017-05-16"])

    def test_are_none_where_no_heading_says_so(self):
        assert proposed("Guests in Belgium as of 1 June 2018\nJapan: H.E. Mr Shinzo Abe", "tenure") == []


class TestAppointments:
    def test_are_those_listed_behind_the_line_that_leads_to_them(self):
        text = "Japan decided on 27 October 2017 on the following appointments:\nMr Shinzo Abe, Ambassador to Belgium"
        (appointed,) = proposed(text, "tenure")
        assert facts(appointed, "person", "office", "milestone") == ["abe-shinzo", "jp-ambassador-be", "2017-10-27"]

    def test_need_a_day(self):
        text = "Japan decided on the following appointments:\nMr Shinzo Abe, Ambassador to Belgium"
        assert proposed(text, "tenure") == []
