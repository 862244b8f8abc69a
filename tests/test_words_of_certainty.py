"""Words that decide what a sentence says stand in both languages: a text that says “possibly” says « peut-être »."""

import re

import pytest
from babel.messages.pofile import read_po
from django.apps import apps
from django.conf import settings
from django.utils import translation

from tests.glossary import ENGLISH_GLOSSARY, GLOSSARY

CATALOGUE = settings.BASE_DIR / "partnerships/locale/fr/LC_MESSAGES/django.po"
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|\{\w*\}")
#: What stands in the English text, and what must then stand in the French one.
FRENCH_OF = {
    r"\b[Pp]ossibly\b|\b[Pp]erhaps\b": r"[Pp]eut-être|certaine ou possible",
    r"\bnot known\b": r"ignore|pas connu|non connu|inconnu|ne sait pas|ne connaît pas",
    r"\b[Nn]obody\b": r"[Pp]ersonne|[Aa]ucune|\bseul\b|\brien\b",
    r"\bvacant\b": r"vacant",
    r"\bcertain(ly)?\b": r"certain|certitude",
    r"\bno longer\b": r"plus\b",
    r"\bdid not exist yet\b": r"n’existait pas encore",
    r"\bcontradict": r"contredi|contradiction",
    r"\bdisagree": r"désaccord|diverge|oppos",
    r"\b[Ss]upports\b": r"étaye",
    r"\bwithdraw\b|\b[Ww]ithdrawn\b": r"[Rr]etir|retrait",
    r"\b[Pp]ublished\b": r"[Pp]ubli|éditeur",
    r"\bdrafts?\b": r"[Bb]rouillon",
    r"\bin review\b|\bfor review\b": r"relecture",
    r"\b[Cc]ancelled\b": r"annulée?",
    r"\bplanned\b": r"[Pp]révue?",
    r"\b[Ss]igned\b": r"[Ss]ign",
    r"\(acting\)|^acting$": r"par intérim",
    r"\bnever served\b": r"jamais exercé",
    r"\b[Ll]ast seen\b": r"[Dd]ernière (fois|attestation)",
    r"\b[Nn]ext seen\b": r"ensuite|suivante",
    r"\bthereby\b": r"de ce fait|à ce titre",
    r"\bstill going on\b": r"(toujours|encore) en cours|dure encore",
    # What has its opposite beside it.
    r"\boldest\b": r"plus ancien au plus récent|ancienne|attente la plus longue|chronologique$",
    r"\bnewest first\b": r"chronologique inverse",
    r"\bprevious\b": r"[Pp]récédent",
    r"\balready\b": r"[Dd]éjà|à l’entrée en service",
    r"\bnext page\b|^next$": r"[Ss]uivant",
    r"^before$": r"^[Aa]vant",
    r"^after$": r"^[Aa]près|^postérieure",
    r"\bbirth\b|\bborn\b": r"[Nn]aissan|\bnée?\b",
    r"\bdied\b|\bdeath\b": r"[Dd]écès|mort|meurt",
    r"\blatitude\b": r"latitude",
    r"\blongitude\b": r"longitude",
    # What is over, what is, and what is to come.
    r"\bserved as\b": r"\ba été\b|servi",
    r"\bwill serve as\b": r"\bsera\b|servira",
    r"\bwill head\b": r"dirigera",
    r"\bheads (?:\{|the )": r"dirige\b|est (?:à la tête|chef)",
    r"\b(?:will hold|is to hold)\b": r"occupera|doit occuper|exercera",
    r"\bheld this office\b": r"occupai|exerçai",
    r"\bis to visit\b": r"doi(?:t|vent)|se rendra",
    r"^On (?:%\(day\)s|\{day\})": r"^(?:Le|Au) ",
    r"\breceiving State\b": r"accréditaire",
    r"\bsending State\b": r"État d’envoi|États d’envoi|accréditant\b",
    r"\bone that stays\b": r"rest",
    r"\bone that goes\b": r"disparaît",
    r"\bEnglish\b": r"anglais",
    r"\bless than\b": r"moins de",
    r"\bmasculine\b": r"masculin",
    r"\bfeminine\b": r"féminin",
    r"\bremoved?\b": r"[Rr]etir|[Ss]upprim|enlev",
    r"\bmerged?\b": r"[Ff]usion",
    r"\bclosed?s?\b": r"\b[Cc]los?\b|[Cc]lore|clôt|ferm",
    r"\bwarnings?\b": r"[Aa]vertissement",
    r"\bambassador": r"[Aa]mbassad",
    r"\bmeetings?\b": r"[Rr]encontre|[Rr]éunion",
    r"\bstatements?\b": r"[Éé]noncé",
    r"\bpostings?\b": r"[Dd]étachement",
    r"\bdesignations?\b": r"[Dd]ésign",
    r"\bmilestones?\b": r"[Jj]alon",
    r"\bstops?\b": r"[Éé]tape",
    r"\bsources?\b": r"[Ss]ource",
    r"\bcitations?\b": r"[Rr]éférence",
    r"\bmain events?\b": r"[Tt]emps fort",
}
#: The other way round: what the French text must not say of itself.
ENGLISH_OF = {
    r"[Pp]eut-être": r"(?i)possibl|perhaps|may\b|might",
    r"\bvacante?\b": r"vacant",
    r"\bretirée?s?\b": r"withdraw|[Ww]ithdrawn|taken back",
    r"\bbrouillons?\b": r"(?i)draft|\breturn\b",
    r"\bannulée?s?\b": r"(?i)cancel|undone|taken back",
    r"\bn’existait plus\b": r"no longer",
    r"\bpas encore\b": r"(?i)\byet\b|not .* before|until|holds nothing",
    r"\bcontredi": r"contradict|disagree",
    r"\bintérim\b": r"acting|interim",
    r"\b[Oo]n ignore\b|\bl’ignore\b": r"(?i)not known|unknown",
}
#: What may be chosen of a record: field, value, the English word, the French one (~ does not break).
CHOICES = """
Area.publication draft = draft = brouillon
Area.publication in_review = in review = en relecture
Area.publication published = published = publiée
Area.publication withdrawn = withdrawn = retirée
Posting.weight main = turning point = temps fort
Posting.weight further = one more event = événement parmi d’autres
Posting.kind liaison = liaison officer = officier de liaison
Posting.kind staff = staff officer = administrateur
Statement.qualifier exactly = exactly = exactement
Statement.qualifier about = about = environ
Statement.qualifier more_than = more than = plus de
Statement.qualifier less_than = less than = moins de
Decision.scope partners = the partners named = les partenaires nommés
Decision.scope all_partners = all partners at that date = tous les partenaires à cette date
Agreement.kind declaration = joint declaration = déclaration conjointe
Agreement.kind programme = partnership programme = programme de partenariat
Agreement.kind security = security agreement = accord de sécurité
Agreement.kind treaty = treaty = traité
Agreement.kind other = other agreement = autre accord
Change.action create = created = créée
Change.action update = changed = modifiée
Change.action publish = published = publiée
Change.action submit = submitted for review = soumise à relecture
Change.action return = returned to draft = remise en brouillon
Change.action withdraw = withdrawn = retirée
Change.action delete = deleted = supprimée
Change.action accept = changed, as proposed = modifiée, comme proposé
Change.action schedule = publication scheduled = publication programmée
Change.action unschedule = scheduled publication cancelled = publication programmée annulée
Change.action merge = merged = fusionnée
Embassy.kind embassy = embassy = ambassade
Embassy.kind high_commission = high commission = haut-commissariat
Embassy.kind legation = legation = légation
Embassy.kind nunciature = apostolic nunciature = nonciature apostolique
Embassy.kind permanent_mission = permanent mission = mission permanente
Embassy.kind delegation = delegation = délégation
Embassy.kind consulate_general = consulate general = consulat général
Embassy.kind consulate = consulate = consulat
Embassy.kind honorary_consulate = honorary consulate = consulat honoraire
Embassy.kind liaison_office = liaison office = bureau de liaison
Embassy.kind representation = representative office = bureau de représentation
Embassy.kind interests_section = interests section = section d’intérêts
Embassy.kind other = other post = autre poste
Mission.kind mission = mission = mission
Mission.kind permanent_mission = permanent mission = mission permanente
Mission.kind permanent_representation = permanent representation = représentation permanente
Mission.kind delegation = delegation = délégation
Mission.kind observer_mission = observer mission = mission d’observation
Mission.kind liaison_office = liaison office = bureau de liaison
Mission.kind other = other post = autre poste
Name.kind used = in use = d’usage
Name.kind legal = legal or formal = officiel
Name.kind native = in the native script = en écriture d’origine
Name.kind reading = reading = lecture
Name.kind birth = at birth = de naissance
Place.kind town = town = ville
Place.kind site = site = site
Place.kind region = region = région
Place.kind sea_area = sea area = zone maritime
PendingChange.state waiting = waiting = en attente
PendingChange.state returned = returned = renvoyée
PendingChange.state accepted = accepted = acceptée
PendingChange.state taken_back = taken back = retirée
Person.title_form masculine = masculine = masculin
Person.title_form feminine = feminine = féminin
Office.role head_of_state = head of State = chef d’État
Office.role head_of_government = head of government = chef de gouvernement
Office.role foreign_minister = minister for foreign affairs = ministre des Affaires étrangères
Office.role defence_minister = minister of defence = ministre de la Défense
Office.role minister = minister = ministre
Office.role ambassador = ambassador = ambassadeur
Office.role head_of_mission = head of mission = chef de mission
Office.role secretary_general = secretary general = secrétaire général
Office.role commander = commander = commandant
Office.role other = other office = autre fonction
Tenure.ending term = end of term = échéance du mandat
Tenure.ending transfer = transferred to another office = appel à d’autres fonctions
Tenure.ending recall = recalled = rappel
Tenure.ending resignation = resigned = démission
Tenure.ending dismissal = dismissed = révocation
Tenure.ending death = died in office = décès en fonction
Tenure.ending abolition = office abolished = suppression de la fonction
Tenure.ending other = otherwise = autre issue
Milestone.kind nominated = nominated = proposition de nomination
Milestone.kind appointed = appointed = nomination
Milestone.kind arrived = arrived = arrivée
Milestone.kind credentials = presented credentials = remise des lettres de créance
Milestone.kind seen = seen in office = présence attestée en fonction
Milestone.kind recalled = recalled = rappel
Milestone.kind departed = departed = départ
Milestone.kind ended = ended = fin
ErrorReport.outcome corrected = corrected = corrigé
ErrorReport.outcome unchanged = nothing to correct = rien à corriger
ErrorReport.outcome unusable = cannot be used = inexploitable
Source.kind official = official document = document officiel
Source.kind official_page = official page = page officielle
Source.kind press = press = presse
Source.kind agency = news agency = agence de presse
Source.kind reference = reference work = ouvrage de référence
Source.kind data_set = data set = jeu de données
Source.kind personal_page = personal page = page personnelle
Source.kind other = other document = autre document
Citation.stance supports = supports = étaye
Citation.stance contradicts = contradicts = contredit
Citation.grade A = A: primary source, seen = A~: source primaire, consultée
Citation.grade B = B: press or data set = B~: presse ou jeu de données
Citation.grade C = C: weak or inferred = C~: source fragile ou déduction
Citation.grade K = K: from memory, not checked = K~: de mémoire, non vérifié
Visit.status planned = planned = prévue
Visit.status held = held = a eu lieu
Visit.status cancelled = cancelled = annulée
Meeting.kind talks = talks = entretien
Meeting.kind press_conference = press conference = conférence de presse
Meeting.kind consultation = consultation = consultation
Meeting.kind council = council meeting = réunion du Conseil
Meeting.kind summit = summit = sommet
Meeting.kind conference = conference = conférence
Meeting.kind address = address = allocution
Meeting.kind ceremony = ceremony = cérémonie
Meeting.kind call = telephone call = entretien téléphonique
Meeting.kind other = other meeting = autre rencontre
Participation.role visitor = visitor = en visite
Participation.role host = host = hôte
Participation.role interlocutor = interlocutor = en entretien
Participation.role speaker = speaker = prise de parole
Participation.role chair = chair = présidence
Participation.role signatory = signatory = signataire
Participation.role attendee = attendee = participation
"""


def read_texts():
    with CATALOGUE.open("rb") as file:
        for message in read_po(file, locale="fr"):
            if message.id:
                one = isinstance(message.id, str)
                yield from [(message.id, message.string)] if one else zip(message.id, message.string, strict=False)


#: Each English text with its French: read once for all that is asked of them.
TEXTS = list(read_texts())


def texts():
    return iter(TEXTS)


def plurals():
    """Each text that counts, by its English: the French of one, and of several."""
    with CATALOGUE.open("rb") as file:
        for message in read_po(file, locale="fr"):
            if message.pluralizable and message.id:
                yield message.id[0], *message.string


def endings(text):
    """How many words of a French text end as the plural does."""
    return len(re.findall(r"(?:s|x|nt)\b", PLACEHOLDER.sub("", text)))


class TestCatalogue:
    def test_what_is_named_is_named_in_the_same_order(self):
        turned = {text for text, french in texts() if PLACEHOLDER.findall(text) != PLACEHOLDER.findall(french)}
        assert turned == set()

    def test_several_are_said_in_the_plural(self):
        unmarked = {"%(count)s %(one)s", "%(n)s warning", "%(state)s joins %(group)s"}
        found = {text for text, one, several in plurals() if endings(several) <= endings(one)}
        assert found == unmarked

    def test_a_colon_has_its_blank(self):
        assert [french for _text, french in texts() if re.search(r"(?<![\u00a0\u202f]):(?=\s|$)", french)] == []

    @pytest.mark.parametrize("english", FRENCH_OF)
    def test_french_says_what_english_says(self, english):
        found = [(text, french) for text, french in texts() if re.search(english, text, re.IGNORECASE)]
        assert found, "no text says this any more: strike it"
        assert [pair for pair in found if not re.search(FRENCH_OF[english], pair[1])] == []

    @pytest.mark.parametrize("french", ENGLISH_OF)
    def test_french_says_no_more_than_english(self, french):
        found = [(text, told) for text, told in texts() if re.search(french, told)]
        assert found, "no text says this any more: strike it"
        assert [pair for pair in found if not re.search(ENGLISH_OF[french], pair[0])] == []


class TestGlossary:
    """Words of the domain are said in French by one of theirs; nothing is denied that English affirms."""

    ROWS = [row.split(" = ", 1) for row in GLOSSARY.strip().splitlines()]
    ENGLISH_ROWS = [row.split(" = ", 1) for row in ENGLISH_GLOSSARY.strip().splitlines()]
    DENIES = r"(?i)\bne\b|\bn’(?!importe)"
    #: What may be said by a French denial.
    DENIED = (
        r"(?i)\b(not|no|nothing|none|never|cannot|nobody|nowhere|without|neither|nor|only|alone|just|too|yet|less|until|"
        r"before|must|other|else|lost|missing|empty|lacks?|except|but|ceases?|withdraws|left|out of|un\w+|\w+ible|"
        r"refus\w+|correct)\b"
    )

    @pytest.mark.parametrize(("english", "french"), ROWS, ids=[english for english, _french in ROWS])
    def test_word_is_said(self, english, french):
        flags = 0 if english == "States?" else re.IGNORECASE
        found = [
            (text, told)
            for text, told in ((PLACEHOLDER.sub("", text), told) for text, told in texts())
            if re.search(rf"\b(?:{english})\b", text, flags)
        ]
        assert found, "no text says this any more: strike it"
        assert [pair for pair in found if not re.search(french, pair[1], re.IGNORECASE)] == []

    @pytest.mark.parametrize(("french", "english"), ENGLISH_ROWS, ids=[french for french, _english in ENGLISH_ROWS])
    def test_french_word_says_what_english_does(self, french, english):
        found = [(text, told) for text, told in texts() if re.search(rf"\b(?:{french})\b", told, re.IGNORECASE)]
        assert found, "no text says this any more: strike it"
        said = [(PLACEHOLDER.sub("", text), told) for text, told in found]
        assert [pair for pair in said if not re.search(english, pair[0], re.IGNORECASE)] == []

    def test_french_denies_nothing_that_english_affirms(self):
        found = [(text, told) for text, told in texts() if re.search(self.DENIES, told)]
        assert found
        assert [pair for pair in found if not re.search(self.DENIED, pair[0])] == []


class TestChoices:
    """Each value is said by its own word: « retirée » is not said of what is published."""

    def test_each_has_its_word_in_both_languages(self):
        said = [line.replace("~", "\u00a0").split(" = ") for line in CHOICES.strip().splitlines()]
        wrong = []
        for value, english, french in said:
            name, value = value.split()
            model, field = name.split(".")
            labels = dict(apps.get_model("partnerships", model)._meta.get_field(field).choices)
            for language, word in (("en", english), ("fr", french)):
                with translation.override(language):
                    if str(labels[value]) != word:
                        wrong.append((name, value, str(labels[value]), word))
        assert wrong == []
