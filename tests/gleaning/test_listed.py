from partnerships.gleaning.known_names import Known

from .documents import OFFICES, facts, proposed

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

    def test_of_one_of_two_secretaries_general_is_of_nobody(self, monkeypatch):
        monkeypatch.setitem(OFFICES, ("secretary_general", Known("organization", "shape")), Known("office", "other-sg"))
        assert proposed(AGENDA, "meeting") == []

    def test_is_one_by_its_heading_and_not_by_a_line_further_below(self):
        text = AGENDA.replace("Secretary General's agenda", "Secretary General's agenda\nBrussels")
        assert len(proposed(text, "meeting")) == 2
        assert proposed(f"News of the week\nBelow\n{text}", "meeting") != []
        assert proposed(f"News of the week\nBelow\nMore\n{text}", "meeting") == []

    def test_without_days_announces_nothing(self):
        assert proposed(AGENDA.replace("Monday 3 April 2023", "Monday"), "meeting") == []

    def test_is_of_whoever_a_line_below_the_heading_names_alone(self):
        text = AGENDA.replace("Secretary General's agenda", "Weekly agenda of the Minister\nForeign Minister Kishida")
        talks, _call = proposed(text.replace("Japan, Mr Fumio Kishida", "NATO, Mr Shinzo Abe").replace("2023", "2016"))
        assert facts(talks, "interlocutor") == ["kishida-fumio", "abe-shinzo"]

    def test_announces_those_who_are_met_or_welcomed(self):
        text = AGENDA.replace("11:00 Lunch", "11:00 Meets Mr Shinzo Abe\n12:00 Received by Mr Jens Stoltenberg")
        assert [facts(each, "interlocutor")[-1] for each in proposed(text, "meeting")][1:3] == [
            "abe-shinzo",
            "stoltenberg-jens",
        ]

    def test_gives_its_day_to_no_line_of_another_week_and_to_no_sentence(self):
        text = "Agenda\nMonday 3 April 2023\nJens Stoltenberg meets Shinzo Abe\n"
        assert len(proposed(text, "meeting")) == 1
        assert len(proposed(f"{text}Next week\nJens Stoltenberg meets Fumio Kishida", "meeting")) == 1
        assert len(proposed(f"{text}Other news\nFumio Kishida met Jens Stoltenberg.", "meeting")) == 1

    def test_announces_who_speaks_to_the_press(self):
        text = AGENDA.replace(
            "11:00 Lunch", "11:00 Press conference with the Prime Minister of Japan, Mr Fumio Kishida"
        )
        assert [each.variant for each in proposed(text, "meeting")] == ["talks", "press_conference", "call"]


class TestDiplomats:
    def test_may_have_title_and_day_in_lines_of_their_own_below_where_the_list_was_issued(self):
        text = "Order of precedence of Heads of Mission and date of credentials\nBrussels, March 2020\nJAPAN\n"
        [tenure] = proposed(f"{text}H.E. Mr Shinzo ABE\nAmbassador Extraordinary\n13 November 2019", "tenure")
        assert tenure.variant == "credentials"
        assert facts(tenure, "person", "office", "milestone") == ["abe-shinzo", "jp-ambassador-be", "2019-11-13"]

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


def test_agenda_of_which_a_text_only_speaks_is_none():
    rain = "It rained.\nIt was cold.\n"
    text = f"A title\n{rain}The agenda of Jens Stoltenberg was full.\n3 May 2024\n10:00 Meeting with Mr Shinzo Abe"
    assert proposed(text) == []
    assert len(proposed(text.replace(rain, ""))) == 1


class TestPresent:
    """Whoever is listed as present was at the one meeting of which the document tells."""

    MET = "On 3 May 2018 Jens Stoltenberg met Shinzo Abe in Tokyo.\n"
    LISTED = "Participants\nMinister of Trade\nMs BERG Anna\n- Mr Jan Holm, Director-General\nAgenda\n9:00 Mr Taro Ito"

    def test_was_there(self):
        [meeting] = proposed(self.MET + self.LISTED)
        assert facts(meeting, "interlocutor")[2:] == ["BERG Anna", "Jan Holm"]
        assert meeting.of("interlocutor")[2].styled == "Minister of Trade"

    def test_may_be_listed_before_it_is_told_or_in_one_line(self):
        [meeting] = proposed(f"{self.LISTED}\nThe talks took place in Tokyo.\n{self.MET}")
        assert facts(meeting, "interlocutor")[2:] == ["BERG Anna", "Jan Holm"]
        [meeting] = proposed(f"{self.MET}(Reference) Participants: Ms Anna Berg, Mr Jan Holm.")
        assert facts(meeting, "interlocutor")[2:] == ["Anna Berg", "Jan Holm"]

    def test_is_not_there_twice(self):
        text = "Le 3 mai 2018, Jens Stoltenberg a reçu Shinzo Abe.\nParticipants :\nM. Jens Stoltenberg\nMme Anna Berg"
        [meeting] = proposed(text)
        assert facts(meeting, "host", "visitor", "interlocutor") == ["stoltenberg-jens", "abe-shinzo", "Anna Berg"]

    def test_was_not_where_the_list_is_of_the_absent_or_of_no_one_meeting(self):
        [meeting] = proposed(f"{self.MET}Participants\nMs Anna Berg\nApologies\nMr Jan Holm")
        assert facts(meeting, "interlocutor")[2:] == ["Anna Berg"]
        assert proposed("Participants\nMs Anna Berg") == []
        [meeting] = proposed(f"{self.MET}Present situation in the region\nMr Jan Holm")
        assert len(facts(meeting, "interlocutor")) == 2


def test_each_office_above_a_name_of_a_list_of_appointments_is_given():
    text = (
        "The Government decided on 4 May 2018 on the appointment of the following ambassadors.\n"
        "Ambassador Extraordinary and Plenipotentiary of Japan to the Kingdom of Belgium\nBERG Anna"
    )
    [tenure] = proposed(text)
    assert facts(tenure, "person", "office", "milestone") == ["BERG Anna", "jp-ambassador-be", "2018-05-04"]


def test_an_agenda_may_be_of_a_minister_by_the_whole_title():
    text = "Agenda de la ministre belge de la Défense\nLundi 3 avril 2023\n9 h 30 – Entretien avec M. Jens Stoltenberg"
    [meeting] = proposed(text)
    assert facts(meeting, "interlocutor") == ["ministre belge de la Défense", "stoltenberg-jens"]
