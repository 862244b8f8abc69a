"""Documents for the tests, written for them in the manner of a press release, and what a register knows of them."""

from datetime import date

from partnerships.gleaning.days import dates_in
from partnerships.gleaning.known_names import InOffice, Known, Vocabulary
from partnerships.gleaning.proposing import read_document
from partnerships.gleaning.text import sentences
from partnerships.gleaning.told_sentence import ToldSentence

FRENCH = """Une mission de plus auprès de l’OTAN
Ce jeudi (24 mai 2018), le Conseil de l’Atlantique Nord a décidé de donner suite à la demande du Japon, dont \
l’ambassade en Belgique est désignée comme mission auprès de l’OTAN.
Poignée de main de Jens Stoltenberg et de Shinzo Abe lors d’une conférence de presse à Tokyo, le 31 octobre 2017.
En 2011, les Alliés ont décidé d’inviter l’ensemble des pays partenaires à ouvrir une mission. \
Le secrétaire général de l’OTAN, Jens Stoltenberg, s’est rendu à Tokyo en octobre 2017, où il a eu des entretiens avec \
le premier ministre, Shinzo Abe, et le ministre de la Défense, Itsunori Onodera. \
Au cours de la visite, les deux parties sont convenues de coopérer en matière de cyberdéfense et de sûreté maritime.
Le Japon a des officiers de liaison au SHAPE."""

ENGLISH = """Secretary General in Japan
NATO Secretary General Jens Stoltenberg arrived in Tokyo on Monday (30 January 2023).
On Tuesday (31 January 2023), he met Prime Minister Fumio Kishida. During the visit, both sides agreed to deepen \
cooperation on cyber defence. Mr Stoltenberg also met Yasukazu Hamada, Minister of Defence."""

NAMES = {
    "state": {
        "kr": ("République de Corée", "Republic of Korea"),
        "jp": ("Japon", "Japan"),
        "be": ("Belgique", "Belgium"),
        "us": ("États-Unis", "United States"),
    },
    "organization": {
        "nato": ("OTAN", "NATO"),
        "nac": ("Conseil de l’Atlantique Nord", "North Atlantic Council"),
        "shape": ("SHAPE",),
    },
    "place": {"tokyo": ("Tokyo",), "nice": ("Nice",), "brussels": ("Bruxelles", "Brussels")},
    "person": {
        "stoltenberg-jens": ("Jens Stoltenberg",),
        "abe-shinzo": ("Shinzo Abe", "Abe Shinzo", "安倍晋三"),
        "kishida-fumio": ("Fumio Kishida",),
    },
    "office": {"nato-sg": ("Secrétaire général de l’OTAN", "Secretary General of NATO")},
    "area": {"cyber": ("Cyberdéfense", "Cyber defence"), "maritime": ("Sûreté maritime", "Maritime security")},
}


OFFICES = {
    ("secretary_general", Known("organization", "nato")): Known("office", "nato-sg"),
    ("defence_minister", Known("state", "jp")): Known("office", "jp-defence-minister"),
    ("head_of_government", Known("state", "jp")): Known("office", "jp-prime-minister"),
}


#: In whose offices these served.
PEOPLE = {"abe-shinzo": "jp", "kishida-fumio": "jp"}

#: Who held which office, by the family name.
HOLDERS = {
    "abe": [InOffice("abe-shinzo", "head_of_government", Known("state", "jp"), date(2012, 12, 26), date(2020, 9, 16))],
    "kishida": [
        InOffice("kishida-fumio", "foreign_minister", Known("state", "jp"), date(2012, 12, 26), date(2017, 8, 3)),
        InOffice("kishida-fumio", "head_of_government", Known("state", "jp"), date(2021, 10, 4), date(2024, 10, 1)),
    ],
    "stoltenberg": [
        InOffice(
            "stoltenberg-jens", "secretary_general", Known("organization", "nato"), date(2014, 10, 1), date(2024, 10, 1)
        )
    ],
}


def known() -> Vocabulary:
    names = [
        (text, Known(kind, key)) for kind, records in NAMES.items() for key, texts in records.items() for text in texts
    ]
    ambassadors = {
        (Known("state", "jp"), Known("state", "be")): Known("office", "jp-ambassador-be"),
        (Known("state", "jp"), Known("organization", "nato")): Known("office", "jp-ambassador-nato"),
        (Known("state", "kr"), Known("state", "be")): Known("office", "kr-ambassador-be"),
    }
    codes = {key: key for key in NAMES["state"]}
    return Vocabulary(
        names,
        states={"tokyo": "jp", "brussels": "be"},
        ambassadors=ambassadors,
        codes=codes,
        offices=OFFICES,
        people=PEOPLE,
        holders=HOLDERS,
    )


def proposed(text, kind=None):
    return [each for each in read_document(text, known()).proposals if kind in (None, each.kind)]


def facts(proposal, *fields):
    return [fact.known.key if fact.known else fact.value or fact.styled for fact in proposal.of(*fields)]


def without_names(text: str) -> ToldSentence:
    """The first sentence of a text, of whose names the register knows none: what its words and days tell."""
    sentence = sentences(text)[0]
    return ToldSentence(sentence, [], dates_in(sentence))
