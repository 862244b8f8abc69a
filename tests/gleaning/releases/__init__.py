"""Press releases in the manner of ministries and organisations, written for the tests, and what the fixtures know."""

import json
from pathlib import Path

from partnerships import dates
from partnerships.folding import fold
from partnerships.gleaning.known_names import NAMED, InOffice, Known, Vocabulary, said_names
from partnerships.gleaning.proposals import Proposal
from partnerships.kept_in_process import remembered

HERE = Path(__file__).parent
FIXTURES = HERE.parents[2] / "fixtures"


def release(name: str) -> str:
    return (HERE / f"{name}.txt").read_text()


def told(proposal: Proposal) -> str:
    """Return what a proposal says in one line: what it is, of which other one it is a part, then its facts."""
    what = [proposal.kind, proposal.variant, proposal.status, "part" if proposal.owner else ""]
    facts = [f"{each.field}={each.known.key if each.known else each.value or each.styled}" for each in proposal.facts]
    return f"{' '.join(filter(None, what))}: {'; '.join(facts)}"


def _served(by_kind: dict[str, dict[str, dict]]) -> dict[str, str]:
    """Return the State in whose offices each person of the fixtures served, where it is one alone."""
    states: dict[str, set[str]] = {}
    for fields in by_kind["tenure"].values():
        office = by_kind["office"][fields["office"][0]]
        states.setdefault(fields["person"][0], set()).add("" if office.get("organization") else office["state"][0])
    return {person: next(iter(found)) for person, found in states.items() if len(found) == 1 and "" not in found}


def _holders(by_kind: dict[str, dict[str, dict]]) -> dict[str, list[InOffice]]:
    """Return who held an office, by the family name."""
    found: dict[str, list[InOffice]] = {}
    for fields in by_kind["tenure"].values():
        person, office = by_kind["person"][fields["person"][0]], by_kind["office"][fields["office"][0]]
        kind = "state" if office.get("state") else "organization"
        period = dates.parse(fields["period"])
        holder = InOffice(
            fields["person"][0],
            office.get("role", "other"),
            Known(kind, office[kind][0]),
            period.start_earliest,
            period.end_latest,
        )
        found.setdefault(fold(person.get("family_name") or ""), []).append(holder)
    return found


@remembered()
def register() -> Vocabulary:
    """Return the names of the fixtures, as the register that has loaded them gives them."""
    rows = [row for path in sorted(FIXTURES.glob("*.json")) for row in json.loads(path.read_text())]
    by_kind: dict[str, dict[str, dict]] = {}
    for number, row in enumerate(rows):
        fields = row["fields"]
        by_kind.setdefault(row["model"].split(".")[1], {})[fields.get("key") or str(number)] = fields
    names = []
    for model, columns in NAMED.items():
        kind = model._meta.model_name
        for key, fields in by_kind.get(kind, {}).items():
            texts = [fields[column] for column in columns if fields.get(column)]
            names += [(each, Known(kind, key)) for text in texts for each in said_names(kind, text)]
    kinds = [model._meta.model_name for model in NAMED]
    for row in rows:
        if row["model"] in ("partnerships.alias", "partnerships.name"):
            fields = row["fields"]
            owners = [(kind, fields[kind][0]) for kind in kinds if fields.get(kind)]
            names += [(each, Known(*owner)) for owner in owners for each in said_names(owner[0], fields["text"])]
    offices = by_kind["office"]
    return Vocabulary(
        names,
        states={key: fields["state"][0] for key, fields in by_kind["place"].items() if fields.get("state")},
        ambassadors={
            (Known("state", fields["state"][0]), Known(kind, fields[f"receiving_{kind}"][0])): Known("office", key)
            for role in ("head_of_mission", "ambassador")
            for key, fields in offices.items()
            for kind in ("state", "organization")
            if fields.get("role") == role and fields.get(f"receiving_{kind}")
        },
        partners={fields["state"][0] for fields in by_kind["partner"].values()},
        codes={fields["iso2"].lower(): key for key, fields in by_kind["state"].items() if fields.get("iso2")},
        offices={
            (fields.get("role", "other"), Known(kind, fields[kind][0])): Known("office", key)
            for key, fields in offices.items()
            for kind in ("state", "organization")
            if fields.get(kind)
        },
        people=_served(by_kind),
        holders=_holders(by_kind),
    )


def expected(name: str) -> list[str]:
    """Return what a release tells, each proposal in one line."""
    return TOLD[name].replace("\n    ", " ").strip().splitlines()


#: What each tells, as a careful reader would record it: no less, and nothing else.
TOLD = {
    "participants-listed": """
meeting consultation: date=2023-11-21; place=Seoul; partners=kr; organization=nato; interlocutor=CHUNG Byung-won;
    interlocutor=YOO Jeong-hyun; interlocutor=LEE Mi-yon; interlocutor=Boris RUGE; interlocutor=Carole WAMUYU;
    areas=cyber-defence; areas=non-proliferation
""",
    "at-the-clock-of-japan": """
visit: period=2024-04-04; visitor=kamikawa-yoko; stop=brussels; organization=nato; partners=jp
meeting talks part: date=2024-04-04; visitor=kamikawa-yoko; interlocutor=stoltenberg-jens; place=brussels;
    interlocutor=izawa-osamu; interlocutor=NAKAGOME Masashi; areas=cyber-defence; areas=maritime-security
""",
    "visite-reportee": """
visit cancelled: period=2020-03-16/2020-03-18; visitor=stoltenberg-jens; stop=jp; partners=jp
""",
    "programme-by-hours": """
meeting talks planned: date=2025-04-08; interlocutor=nato-secretary-general; interlocutor=nakatani-gen;
    partners=jp
meeting talks planned: date=2025-04-09; interlocutor=nato-secretary-general; interlocutor=iwaya-takeshi;
    partners=jp
meeting talks planned: date=2025-04-09; interlocutor=nato-secretary-general; interlocutor=ishiba-shigeru;
    partners=jp
""",
    "with-effect-from": """
tenure appointed: person=hayashi-hajime; office=jp-ambassador-be; period=2017-04-01/..
""",
    "heads-of-mission": """
tenure credentials: person=al-budaiwi-jasem; office=kw-head-of-mission-nato; milestone=2016-12
tenure seen: person=shimokawa-makita; office=jp-head-of-mission-nato; milestone=2022-10-15
""",
    "travels-then-press": """
visit planned: period=2017-10-29/2017-10-31; visitor=stoltenberg-jens; stop=tokyo; partners=jp
meeting talks planned part: date=2017-10-31; visitor=stoltenberg-jens; interlocutor=abe-shinzo
""",
    "conference-du-secretaire-general": """
meeting talks: date=2025-04-09; visitor=rutte-mark; host=ishiba-shigeru; place=tokyo; partners=jp;
    organization=nato; areas=cyber-defence
meeting press_conference: date=2025-04-09; interlocutor=rutte-mark; interlocutor=ishiba-shigeru; partners=jp
""",
    "in-force-on-signature": """
agreement security: date=2010-06-25; partners=jp; organization=nato; signatory=yokota-jun;
    signatory=rasmussen-anders-fogh; period=2010-06-25/
""",
    "following-appointments": """
tenure appointed: person=hayashi-hajime; office=jp-ambassador-be; milestone=2017-10-27
""",
    "credentials-to-the-king": """
tenure credentials: person=hayashi-hajime; office=jp-ambassador-be; milestone=2017-05-16; arrived=2017-04-27
""",
    "working-visit": """
visit planned: period=2025-04-02/2025-04-04; visitor=iwaya-takeshi; stop=brussels; partners=jp
meeting talks planned part: visitor=iwaya-takeshi; interlocutor=rutte-mark; areas=maritime-security;
    areas=cyber-defence
""",
    "programme-endorsed": """
agreement programme: date=2023-07-12; partners=jp; organization=nato; place=vilnius; signatory=stoltenberg-jens;
    signatory=kishida-fumio; period=2023/2026; areas=cyber-defence; areas=maritime-security; areas=women-peace-security
""",
    "signature-apposee": """
agreement programme: date=2014-05-06; partners=jp; organization=nato; signatory=abe-shinzo;
    signatory=rasmussen-anders-fogh; period=2014-05-06/; areas=cyber-defence; areas=non-proliferation
""",
    "fait-office-de-mission": """
decision: date=2022-09-07; body=nac; partners=nz
designation part: state=nz; receiving_state=be; organization=nato
""",
    "issued-on-the-occasion": """
agreement declaration: date=2023-01-31; partners=jp; organization=nato; place=tokyo; signatory=kishida-fumio;
    signatory=stoltenberg-jens; areas=cyber-defence; areas=maritime-security; areas=non-proliferation
meeting talks: date=2023-01-31; interlocutor=stoltenberg-jens; interlocutor=kishida-fumio; place=tokyo;
    partners=jp; organization=nato
""",
    "domaines-prioritaires": """
meeting consultation: date=2016-02-18; place=brussels; partners=jp; organization=nato; areas=cyber-defence;
    areas=maritime-security; areas=non-proliferation; areas=women-peace-security
""",
    "agenda-of-the-week": """
meeting talks planned: date=2023-04-04; interlocutor=nato-secretary-general; interlocutor=hayashi-yoshimasa;
    partners=jp
meeting council planned: date=2023-04-04; interlocutor=nato-secretary-general; organization=nac
meeting talks planned: date=2023-04-05; interlocutor=nato-secretary-general; interlocutor=Park Jin; partners=kr
""",
    "agenda-de-la-semaine": """
meeting talks planned: date=2025-06-24; interlocutor=nato-secretary-general; place=the-hague;
    interlocutor=iwaya-takeshi; partners=jp
meeting council planned: date=2025-06-25; interlocutor=nato-secretary-general; place=the-hague; organization=nac
""",
    "diplomatic-list": """
tenure credentials: person=Masahiro Mikami; office=jp-head-of-mission-nato; milestone=2022-12-08
tenure credentials: person=yoon-soongu; office=kr-head-of-mission-nato; milestone=2022-10-07
""",
    "ordre-de-preseance": """
tenure seen: person=al-budaiwi-jasem; office=kw-ambassador-be; milestone=2018-06-01
tenure seen: person=hayashi-hajime; office=jp-ambassador-be; milestone=2018-06-01
""",
    "separate-mission": """
tenure credentials: person=izawa-osamu; office=jp-head-of-mission-nato; milestone=2025-01-15
""",
    "mouvement-diplomatique": """
tenure appointed: person=ishii-masafumi; office=jp-ambassador-be; milestone=2014-09-12
""",
    "signed-by": """
agreement security: date=2010-06-25; partners=jp; organization=nato; place=brussels; signatory=yokota-jun;
    signatory=rasmussen-anders-fogh; period=2010-06-25/
""",
    "communique-conjoint": """
agreement declaration: date=2025-04-09; partners=jp; organization=nato; place=tokyo; signatory=ishiba-shigeru;
    signatory=rutte-mark; areas=cyber-defence; areas=maritime-security; areas=women-peace-security
""",
    "lettres-recues-par-le-roi": """
tenure credentials: person=hayashi-hajime; office=jp-ambassador-be; milestone=2017-05-16
""",
    "audiences-au-palais": """
tenure credentials: person=hayashi-hajime; office=jp-ambassador-be; milestone=2018-01-17
tenure credentials: person=al-budaiwi-jasem; office=kw-ambassador-be; milestone=2018-01-17
""",
    "entretien-au-telephone": """
meeting call: date=2018-04-16; interlocutor=ministre de l’Europe et des Affaires étrangères;
    interlocutor=kono-taro; partners=jp; areas=non-proliferation; areas=maritime-security
""",
    "letters-listed": """
tenure credentials: person=al-budaiwi-jasem; office=kw-ambassador-eu; milestone=2016-09-21
""",
    "prise-de-fonctions": """
tenure: person=shimokawa-makita; office=jp-ambassador-be; period=2019-11-11/..; arrived=2019-11-08
tenure: person=hayashi-hajime; office=jp-ambassador-be; period=/[..2019-11-11]
""",
    "three-towns-ahead": """
visit planned: period=2020-02-14/2020-02-18; visitor=kono-taro; stop=munich; stop=brussels; stop=mons; partners=jp
meeting talks planned part: date=2020-02-14/2020-02-16; visitor=kono-taro; interlocutor=stoltenberg-jens;
    place=munich
""",
    "visit-in-passing": """
agreement declaration: date=2025-04-09; partners=jp; organization=nato; place=tokyo; signatory=ishiba-shigeru;
    signatory=rutte-mark
visit: period=2025-04-08/2025-04-09; visitor=rutte-mark; partners=jp; stop=tokyo
meeting talks part: date=2025-04-08/2025-04-09; visitor=rutte-mark; interlocutor=nakatani-gen
meeting talks part: date=2025-04-08/2025-04-09; visitor=rutte-mark; interlocutor=iwaya-takeshi
meeting talks part: date=2025-04-09; visitor=rutte-mark; interlocutor=ishiba-shigeru; place=tokyo
""",
    "accueil-au-conseil": """
agreement programme: date=2014-05-06; partners=jp; signatory=rasmussen-anders-fogh; signatory=abe-shinzo
meeting council: date=2014-05-06; interlocutor=abe-shinzo; place=brussels; partners=jp; organization=nac
meeting press_conference: date=2014-05-06; interlocutor=rasmussen-anders-fogh; interlocutor=abe-shinzo;
    partners=jp
""",
    "accueil-au-siege": """
meeting talks: date=2017-07-06; host=stoltenberg-jens; visitor=abe-shinzo; partners=jp; organization=nato;
    areas=non-proliferation; areas=cyber-defence
""",
    "agreement-signed": """
agreement security: date=2010-06-25; partners=jp; organization=nato; place=brussels; signatory=yokota-jun;
    signatory=rasmussen-anders-fogh; areas=maritime-security; areas=cyber-defence
meeting talks: date=2010-06-25; interlocutor=yokota-jun; interlocutor=rasmussen-anders-fogh; partners=jp
""",
    "also-with-saceur": """
meeting talks: date=2017-01-05; host=stoltenberg-jens; visitor=inada-tomomi; place=brussels; partners=jp;
    organization=nato
meeting talks: date=2017-01-05; interlocutor=inada-tomomi; interlocutor=Supreme Allied Commander Europe;
    interlocutor=Chairman of the Military Committee; partners=jp; areas=cyber-defence; areas=maritime-security
""",
    "ambassadeur-recu": """
decision: date=2022-09-26; body=nac; partners=kr
designation part: state=kr; receiving_state=be; organization=nato
meeting talks: date=2022-10-07; host=stoltenberg-jens; visitor=yoon-soongu; partners=kr; organization=nato;
    areas=cyber-defence; areas=non-proliferation
meeting talks planned: date=2022-10-08; interlocutor=yoon-soongu; interlocutor=délégation coréenne;
    place=brussels; partners=kr
tenure credentials: person=yoon-soongu; office=kr-head-of-mission-nato; milestone=2022-10-07
""",
    "ambassador-designate": """
tenure appointed: person=yoon-soongu; office=kr-ambassador-be; milestone=2022-09-12; period=2022-10-03/..
""",
    "ambassadors-announced": """
meeting talks: date=2024-03-04; host=Minister for Foreign Affairs; visitor=izawa-osamu; place=Canberra;
    partners=jp; areas=maritime-security
tenure appointed: person=yoon-soongu; office=kr-ambassador-be; milestone=2024-03-05
""",
    "appointment-announced": """
meeting talks planned: date=2024-02-06; interlocutor=kamikawa-yoko; place=tokyo; partners=jp;
    areas=non-proliferation
tenure appointed: person=izawa-osamu; office=jp-head-of-mission-nato; milestone=[..2024-02-02]
""",
    "au-sommet": """
meeting talks: date=2022-06-29; interlocutor=kishida-fumio; interlocutor=stoltenberg-jens; partners=jp
meeting talks: date=2022-06-29; interlocutor=kishida-fumio; interlocutor=Anthony Albanese; partners=au;
    partners=jp
""",
    "begins-visit": """
visit: period=2017-10-29/2017-10-31; visitor=stoltenberg-jens; stop=tokyo; partners=jp
meeting talks planned part: date=2017-10-30; visitor=stoltenberg-jens; interlocutor=kono-taro
meeting talks planned part: date=2017-10-30; visitor=stoltenberg-jens; interlocutor=onodera-itsunori
meeting talks planned part: date=2017-10-31; visitor=stoltenberg-jens; interlocutor=abe-shinzo
meeting press_conference planned part: date=2017-10-31; visitor=stoltenberg-jens; interlocutor=abe-shinzo
""",
    "call-of-ministers": """
meeting call: date=2022-03-14; interlocutor=jp-foreign-minister; interlocutor=Foreign Minister of
    Australia; partners=jp; partners=au; areas=maritime-security
""",
    "chair-in-two-towns": """
visit: period=2025-04-08/2025-04-09; visitor=Chair of the NATO Military Committee; stop=tokyo; stop=Yokosuka;
    partners=jp; organization=nato
meeting talks part: visitor=Chair of the NATO Military Committee; interlocutor=jp-defence-minister; place=tokyo
meeting talks part: visitor=Chair of the NATO Military Committee; interlocutor=Chief of Staff; place=Yokosuka
""",
    "chairman-took-part": """
meeting talks: date=2017-01-05; interlocutor=stoltenberg-jens; interlocutor=inada-tomomi; place=brussels;
    partners=jp; organization=nato; interlocutor=Chairman of the Military Committee
""",
    "changes-of-ambassadors": """
tenure appointed: person=izawa-osamu; office=jp-ambassador-be; milestone=2022-09-12; period=2022-10-03/..
tenure: person=shimokawa-makita; office=jp-ambassador-be; period=/2022-08-30
""",
    "conseil-et-partenaires": """
meeting council: date=2019-12-12; place=brussels; partners=au; partners=jp; organization=nac;
    areas=cyber-defence
""",
    "consultations": """
meeting consultation: date=2023-11-21; place=Séoul; partners=kr; organization=nato; areas=cyber-defence;
    areas=non-proliferation; areas=women-peace-security
meeting talks: date=2023-11-21; interlocutor=délégation coréenne; interlocutor=yoon-soongu; place=Séoul;
    partners=kr
""",
    "council-met-partners": """
meeting council: date=2016-07-07; place=Warsaw; partners=jp; partners=au; partners=nz; partners=kr;
    organization=nac; areas=maritime-security; areas=non-proliferation
""",
    "council-with-partners": """
meeting talks: date=2024-04-04; place=brussels; partners=au; partners=jp; partners=nz; partners=kr;
    interlocutor=kamikawa-yoko
meeting talks: date=2024-04-04; interlocutor=kamikawa-yoko; interlocutor=stoltenberg-jens; partners=jp;
    areas=cyber-defence
""",
    "courtesy-call": """
visit: period=2017-10-31; visitor=stoltenberg-jens; stop=jp; partners=jp; organization=nato
meeting talks part: date=2017-10-31; visitor=stoltenberg-jens; interlocutor=abe-shinzo
""",
    "courtesy-call-received": """
meeting talks: date=2025-04-09; host=jp-foreign-minister; visitor=Chair of the NATO Military Committee;
    partners=jp; organization=nato; areas=maritime-security
""",
    "decision-of-the-council": """
decision: date=2024-03-12; body=nac; partners=mn
designation part: state=mn; receiving_state=be; organization=nato
decision all_partners: date=2011
meeting talks: date=2024-03-13;
    interlocutor=Deputy Assistant Secretary General for Political Affairs and Security Policy;
    interlocutor=Mongolian delegation; place=brussels; partners=mn; organization=nato; areas=cyber-defence;
    areas=women-peace-security
statement part: count=30; qualifier=more_than; date=2024-03-12; organization=nato
""",
    "declaration-conjointe": """
agreement declaration: date=2025-04-09; partners=jp; organization=nato; place=tokyo; signatory=ishiba-shigeru;
    signatory=rutte-mark; areas=cyber-defence; areas=maritime-security; areas=non-proliferation
visit: period=2025-04-08/2025-04-09; visitor=rutte-mark; partners=jp; stop=tokyo
meeting talks part: date=2025-04-09; visitor=rutte-mark; interlocutor=ishiba-shigeru; place=tokyo
meeting talks part: date=2025-04-08; visitor=rutte-mark; interlocutor=nakatani-gen
meeting talks part: date=2025-04-08; visitor=rutte-mark; interlocutor=iwaya-takeshi
meeting press_conference part: visitor=rutte-mark; interlocutor=ishiba-shigeru
""",
    "delegation-received": """
decision: date=2022-09-26; body=nac; partners=kr
designation part: state=kr; receiving_state=be; organization=nato
meeting talks: date=2022-11-15; host=nato-deputy-secretary-general;
    visitor=delegation from the Republic of Korea; partners=kr; organization=nato; areas=cyber-defence;
    areas=non-proliferation
""",
    "delegations-led": """
meeting consultation: date=2016-11-21; partners=jp; organization=nato; interlocutor=ishii-masafumi;
    interlocutor=Alejandro Alvargonzález; areas=non-proliferation; areas=maritime-security;
    areas=cyber-defence
""",
    "deplacement": """
visit: period=2025-04-02/2025-04-04; visitor=iwaya-takeshi; stop=brussels; stop=paris; organization=nato;
    partners=jp
meeting talks part: date=2025-04-02; visitor=iwaya-takeshi; interlocutor=rutte-mark; place=brussels;
    areas=maritime-security; areas=cyber-defence
meeting council part: date=2025-04-03; visitor=iwaya-takeshi; organization=nac
meeting talks part: date=2025-04-04; visitor=iwaya-takeshi; interlocutor=homologue français; place=paris;
    areas=non-proliferation
""",
    "deplacement-annonce": """
visit planned: period=2023-01-17/2023-01-19; visitor=ministre de l’Europe et des Affaires étrangères;
    stop=Séoul; stop=tokyo; partners=jp; partners=kr
meeting talks planned part: date=2023-01-17; visitor=ministre de l’Europe et des Affaires étrangères;
    interlocutor=homologue coréen; place=Séoul; areas=cyber-defence
meeting talks planned part: visitor=ministre de l’Europe et des Affaires étrangères;
    interlocutor=premier ministre de la République de Corée
meeting talks planned part: date=2023-01-19; visitor=ministre de l’Europe et des Affaires étrangères;
    interlocutor=hayashi-yoshimasa; place=tokyo; areas=maritime-security; areas=non-proliferation
meeting talks planned part: date=2023-01-19; visitor=ministre de l’Europe et des Affaires étrangères;
    interlocutor=hamada-yasukazu; place=tokyo; areas=maritime-security; areas=non-proliferation
""",
    "deputies": """
meeting talks: date=2019-03-12; interlocutor=nato-deputy-secretary-general; interlocutor=Deputy Prime
    Minister of Japan; place=brussels; partners=jp; organization=nato
meeting press_conference: date=2019-03-12; interlocutor=nato-deputy-secretary-general;
    interlocutor=Deputy Prime Minister of Japan; place=brussels; partners=jp; organization=nato
""",
    "designation-au-poste": """
decision: date=2018-05-24; body=nac; partners=jp
meeting talks planned: date=2018-07-05; interlocutor=hayashi-hajime; interlocutor=stoltenberg-jens;
    place=brussels; organization=nato; partners=jp; areas=cyber-defence; areas=non-proliferation
tenure appointed: person=hayashi-hajime; office=jp-head-of-mission-nato; milestone=[..2018-07-01];
    period=2018-07-01/..
tenure credentials: person=hayashi-hajime; office=jp-ambassador-be; milestone=2017
""",
    "dialogue-dated-by-its-address": """
meeting consultation: date=2019-10-30; place=tokyo; partners=jp; organization=nato
""",
    "dialogue-preside": """
meeting consultation: date=2020-02-10; place=tokyo; partners=jp; partners=kr; organization=nato
""",
    "dialogue-strategique": """
meeting consultation: date=2016-02-18; place=brussels; partners=jp; organization=nato;
    interlocutor=ishii-masafumi; areas=cyber-defence; areas=maritime-security
posting liaison: state=jp; organization=marcom
""",
    "entretien-du-vendredi": """
meeting talks: date=2023-02-03; host=stoltenberg-jens; visitor=hamada-yasukazu; partners=jp;
    organization=nato; areas=cyber-defence; areas=maritime-security
meeting talks planned: date=2023-02-06; visitor=hamada-yasukazu; host=ministre belge de la Défense;
    partners=jp
""",
    "entretien-telephonique": """
visit: period=2020-09; visitor=motegi-toshimitsu; stop=paris; partners=jp
meeting call: date=2020-10-07; interlocutor=ministre de l’Europe et des Affaires étrangères;
    interlocutor=motegi-toshimitsu; partners=jp; areas=maritime-security; areas=cyber-defence
meeting talks: date=2020-10-07; interlocutor=délégation japonaise; place=brussels; partners=jp;
    organization=nato
""",
    "extraits-de-point-de-presse": """
visit: period=2023-04-11/2023-04-12; visitor=ministre de l’Europe et des Affaires étrangères; stop=tokyo;
    partners=jp; stop=Séoul; partners=kr
meeting talks part: date=2023-04-11; visitor=ministre de l’Europe et des Affaires étrangères;
    interlocutor=hayashi-yoshimasa; place=tokyo; areas=maritime-security
meeting talks part: date=2023-04-12; visitor=ministre de l’Europe et des Affaires étrangères;
    interlocutor=premier ministre de la République de Corée; place=Séoul
visit planned: period=2023-06; visitor=délégation coréenne; stop=paris; partners=kr
meeting call planned: date=2023-04-13; interlocutor=ministre de l’Europe et des Affaires étrangères;
    interlocutor=stoltenberg-jens; organization=nato
""",
    "foreign-minister-attends": """
visit: period=2023-04-04/2023-04-05; visitor=hayashi-yoshimasa; stop=brussels; organization=nato;
    partners=jp
meeting talks part: date=2023-04-04; visitor=hayashi-yoshimasa; interlocutor=stoltenberg-jens;
    areas=cyber-defence; areas=women-peace-security
meeting talks part: date=2023-04-05; visitor=hayashi-yoshimasa; interlocutor=Park Jin
""",
    "former-office": """
meeting talks: date=2019-03-12; interlocutor=former Prime Minister of Japan;
    interlocutor=nato-secretary-general; place=brussels; partners=jp; organization=nato
""",
    "high-level-consultation": """
meeting consultation: date=2018-11-14; place=tokyo; partners=jp; organization=nato
""",
    "joint-statement": """
agreement declaration: date=2023-01-31; partners=jp; organization=nato; place=tokyo;
    signatory=kishida-fumio; signatory=stoltenberg-jens; areas=cyber-defence; areas=maritime-security;
    areas=non-proliferation; areas=women-peace-security
meeting talks: date=2023-01-31; interlocutor=kishida-fumio; interlocutor=stoltenberg-jens; place=tokyo;
    partners=jp; organization=nato
""",
    "letter-of-credence": """
tenure credentials: person=hayashi-hajime; office=jp-head-of-mission-nato; milestone=2018-07-05
""",
    "lettres-de-creance": """
decision: date=2018-05-24; body=nac; partners=jp
visit: period=2025-01-16; visitor=izawa-osamu; stop=mons; organization=shape; partners=jp
meeting talks part: date=2025-01-16; visitor=izawa-osamu; interlocutor=chef d’état-major; place=mons
meeting talks: date=2025-01-15; interlocutor=rutte-mark; interlocutor=izawa-osamu; partners=jp;
    areas=cyber-defence; areas=maritime-security
tenure credentials: person=izawa-osamu; office=jp-head-of-mission-nato; milestone=2025-01-15
""",
    "mesures-individuelles": """
tenure appointed: person=izawa-osamu; office=jp-head-of-mission-nato; milestone=[..2024-12-03];
    period=2025-01-15/..
""",
    "met-at-another-clock": """
visit: period=2025-09-24; visitor=iwaya-takeshi; stop=new-york; organization=nato; areas=cyber-defence;
    partners=jp
meeting talks part: date=2025-09-24; visitor=iwaya-takeshi; interlocutor=rutte-mark; place=new-york
""",
    "met-at-the-summit": """
meeting talks: date=2025-06-24; interlocutor=iwaya-takeshi; interlocutor=rutte-mark; place=the-hague;
    organization=nato; areas=cyber-defence; partners=jp
""",
    "met-by-the-day-of-the-document": """
meeting talks: date=[..2023-04-04]; interlocutor=hayashi-yoshimasa; interlocutor=stoltenberg-jens;
    place=brussels; organization=nato; partners=jp
""",
    "met-in-munich": """
meeting talks: date=2026-02-14; interlocutor=rutte-mark; interlocutor=motegi-toshimitsu; place=munich;
    partners=jp; organization=nato; areas=maritime-security
mission: state=jp; organization=nato; period=2025-01/
""",
    "met-in-the-margins": """
meeting talks: date=2024-07-11; interlocutor=Australian Minister for Foreign Affairs;
    interlocutor=kamikawa-yoko; place=washington; partners=au; partners=jp; areas=maritime-security;
    areas=cyber-defence
""",
    "met-in-two-capitals": """
meeting talks: date=2023-01-31; interlocutor=stoltenberg-jens; interlocutor=kishida-fumio; place=tokyo;
    organization=nato; partners=jp
meeting talks: date=2023-01-29; interlocutor=stoltenberg-jens; interlocutor=Park Jin; place=Seoul;
    organization=nato
""",
    "ministers-and-partners": """
meeting talks: date=2024-04-04; place=brussels; partners=au; partners=jp; partners=nz; partners=kr;
    organization=nato; areas=cyber-defence
""",
    "ministers-in-two-cities": """
visit planned: period=2018-10-11; visitor=kono-taro; stop=Wellington; partners=nz
meeting talks planned part: date=2018-10-11; visitor=kono-taro; interlocutor=Prime Minister of New Zealand;
    place=Wellington
meeting talks: date=2018-10-10; host=Minister for Foreign Affairs; host=Minister for Defence;
    visitor=kono-taro; visitor=onodera-itsunori; place=Sydney; partners=jp
meeting talks: date=2018-10-10; interlocutor=Minister for Foreign Affairs; interlocutor=kono-taro;
    place=Canberra; partners=jp; areas=non-proliferation; areas=cyber-defence; areas=maritime-security
""",
    "ministre-attendue": """
visit planned: period=2024-10-16/2024-10-17; visitor=Judith Collins; stop=be; organization=nato; partners=nz
meeting talks planned part: visitor=Judith Collins; interlocutor=rutte-mark; areas=maritime-security;
    areas=cyber-defence
""",
    "ministre-sans-nom": """
visit planned: period=2023-04-05; visitor=ministre des Affaires étrangères de la République de Corée;
    stop=brussels; partners=kr
meeting talks planned part: visitor=ministre des Affaires étrangères de la République de Corée;
    interlocutor=nato-secretary-general
""",
    "mission-agreed": """
decision: date=2015-05-07; body=nac; partners=au
designation part: state=au; receiving_state=be; organization=nato
""",
    "mission-opened": """
decision: date=2022-09-26; body=nac; partners=kr
meeting ceremony: date=2022-11-22; interlocutor=yoon-soongu; interlocutor=Mircea Geoană; place=brussels;
    partners=kr; organization=nato
""",
    "mission-recognised": """
decision: date=2018-05-24; partners=jp
designation part: state=jp; receiving_state=be; organization=nato
""",
    "nomination": """
meeting consultation planned: date=2014-11-12; place=tokyo; areas=non-proliferation
tenure appointed: person=ishii-masafumi; office=jp-ambassador-be; milestone=[..2014-10-28]
tenure: person=sakaba-mitsuo; office=jp-ambassador-be; period=2012/
""",
    "officer-dispatched": """
posting liaison: state=jp; organization=marcom; period=2015-06-15/
posting staff: state=jp; organization=nato; period=2014-12/; areas=women-peace-security
""",
    "one-in-each-capital": """
visit planned: period=2023-01-29/2023-02-01; visitor=stoltenberg-jens; partners=kr; partners=jp;
    organization=nato; stop=Seoul; stop=tokyo
meeting talks planned part: visitor=stoltenberg-jens; interlocutor=Minister of Foreign Affairs of the
    Republic of Korea; place=Seoul
meeting talks planned part: visitor=stoltenberg-jens; interlocutor=jp-prime-minister; place=tokyo
""",
    "ont-participe": """
meeting call: date=2025-10-07; interlocutor=ishiba-shigeru; interlocutor=rutte-mark; partners=jp;
    organization=nato; interlocutor=représentant spécial du secrétaire général pour le voisinage méridional;
    interlocutor=conseiller diplomatique du Premier ministre; areas=maritime-security
""",
    "ordre-du-jour": """
meeting talks: date=2025-04-03; interlocutor=rutte-mark; interlocutor=iwaya-takeshi; partners=jp;
    organization=nato; areas=cyber-defence; areas=maritime-security; areas=non-proliferation
""",
    "partners-at-the-council": """
meeting talks: date=2024-04-04; place=brussels; partners=au; partners=jp; partners=nz; partners=kr;
    organization=nato; areas=cyber-defence
meeting talks: date=2024-04-04; interlocutor=stoltenberg-jens; interlocutor=kamikawa-yoko;
    interlocutor=Minister of Foreign Affairs of the Republic of Korea; partners=jp; partners=kr
meeting talks: date=2024-04-04; interlocutor=stoltenberg-jens;
    interlocutor=Minister of Foreign Affairs of New Zealand; partners=nz
""",
    "point-de-presse": """
meeting talks: date=2025-06-24; interlocutor=iwaya-takeshi; place=the-hague; partners=jp;
    interlocutor=ministre de l’Europe et des Affaires étrangères; areas=cyber-defence; areas=non-proliferation
meeting call: date=2025-06-24; interlocutor=ministre de l’Europe et des Affaires étrangères;
    interlocutor=homologue de Nouvelle-Zélande; partners=nz
""",
    "policy-consultations": """
meeting consultation: date=2023-11-21; place=Seoul; partners=kr; organization=nato; areas=cyber-defence;
    areas=non-proliferation; areas=women-peace-security
meeting talks: date=2023-11-21; interlocutor=Vice Minister of Foreign Affairs; interlocutor=yoon-soongu;
    partners=kr
""",
    "premier-ministre-attendu": """
visit planned: period=2022-07-05/2022-07-06; visitor=jp-prime-minister; stop=brussels; stop=paris;
    partners=jp
meeting talks planned part: visitor=jp-prime-minister; interlocutor=nato-secretary-general;
    place=brussels
meeting talks planned part: visitor=jp-prime-minister; interlocutor=ministre français des Affaires
    étrangères; place=paris
""",
    "programme-by-day": """
visit planned: period=2025-04-08/2025-04-09; visitor=rutte-mark; partners=jp; organization=nato; stop=tokyo
meeting talks planned part: date=2025-04-09; visitor=rutte-mark; interlocutor=ishiba-shigeru; place=tokyo
""",
    "programme-dated-by-its-address": """
agreement programme: date=2023-07-12; partners=jp; organization=nato; place=vilnius
""",
    "programme-signe": """
agreement programme: date=2023-07-12; partners=jp; organization=nato; place=vilnius; signatory=kishida-fumio;
    signatory=stoltenberg-jens; areas=cyber-defence; areas=maritime-security; areas=non-proliferation;
    areas=women-peace-security
meeting talks: date=2023-07-12; interlocutor=kishida-fumio; interlocutor=stoltenberg-jens; partners=jp
meeting talks: date=2023-07-12; interlocutor=kishida-fumio; interlocutor=Yoon Suk Yeol; partners=kr
""",
    "programme-then-council": """
agreement programme: date=2014-05-06; partners=jp; organization=nato; signatory=abe-shinzo;
    signatory=rasmussen-anders-fogh
visit: period=2014-05-06; visitor=abe-shinzo; partners=jp; organization=nato
meeting talks part: date=2014-05-06; visitor=abe-shinzo; interlocutor=rasmussen-anders-fogh
meeting council part: visitor=abe-shinzo; organization=nac; areas=maritime-security; areas=cyber-defence;
    areas=non-proliferation
""",
    "puis-a-bruxelles": """
visit planned: period=2025-06-24/2025-06-26; visitor=jp-foreign-minister; stop=the-hague; stop=brussels;
    partners=jp
meeting talks planned part: date=2025-06-24; visitor=jp-foreign-minister; interlocutor=nato-secretary-general;
    place=the-hague
""",
    "puis-conference-de-presse": """
visit planned: period=2017-10-30/2017-10-31; visitor=stoltenberg-jens; partners=jp; organization=nato;
    stop=tokyo
meeting talks planned part: date=2017-10-31; visitor=stoltenberg-jens; interlocutor=abe-shinzo; place=tokyo
meeting press_conference planned part: date=2017-10-31; visitor=stoltenberg-jens; interlocutor=abe-shinzo;
    place=tokyo
""",
    "readout-of-a-call": """
meeting call: date=2025-11-11; interlocutor=rutte-mark; interlocutor=takaichi-sanae; partners=jp;
    organization=nato; areas=cyber-defence
meeting talks planned: date=2025-11-20; interlocutor=motegi-toshimitsu; interlocutor=rutte-mark;
    place=brussels; partners=jp
""",
    "received-in-bern": """
visit planned: period=2023-11-14; visitor=kihara-minoru; stop=brussels; organization=nato; partners=jp
meeting talks planned part: date=2023-11-14; visitor=kihara-minoru; interlocutor=stoltenberg-jens;
    place=brussels
meeting talks: date=2023-11-13; host=Viola Amherd; visitor=kihara-minoru; place=Bern; partners=jp;
    areas=cyber-defence
""",
    "recu-puis-la-presse": """
meeting talks: date=2017-07-06; host=stoltenberg-jens; visitor=abe-shinzo; place=brussels; partners=jp;
    organization=nato
meeting press_conference: date=2017-07-06; host=stoltenberg-jens; visitor=abe-shinzo; place=brussels;
    partners=jp; organization=nato
""",
    "remise-des-lettres": """
meeting talks: date=2025-01-15; interlocutor=izawa-osamu; interlocutor=rutte-mark; partners=jp;
    areas=non-proliferation
tenure credentials: person=izawa-osamu; office=jp-head-of-mission-nato; milestone=2025-01-15
""",
    "rencontres-dans-deux-villes": """
meeting talks: date=2025-04-09; interlocutor=rutte-mark; interlocutor=ishiba-shigeru; place=tokyo;
    organization=nato; partners=jp
meeting talks: date=2025-04-08; interlocutor=rutte-mark; interlocutor=nakatani-gen; place=Yokosuka;
    organization=nato; partners=jp
""",
    "representante-speciale": """
visit: period=2025-04-09;
    visitor=représentante spéciale du secrétaire général de l’OTAN pour les femmes, la paix et la sécurité;
    stop=tokyo; partners=jp; organization=nato
meeting talks part:
    visitor=représentante spéciale du secrétaire général de l’OTAN pour les femmes, la paix et la sécurité;
    interlocutor=jp-defence-minister; areas=cyber-defence
""",
    "saceur-met": """
visit: period=2018-09-05; visitor=Vice-Minister of Defence of Japan; partners=jp; stop=mons; organization=shape
meeting talks part: date=2018-09-05; visitor=Vice-Minister of Defence of Japan;
    interlocutor=Supreme Allied Commander Europe; place=mons; areas=cyber-defence; areas=maritime-security
""",
    "saceur-present": """
meeting talks: date=2017-01-05; host=stoltenberg-jens; visitor=inada-tomomi; place=brussels; partners=jp;
    organization=nato; interlocutor=commandant suprême des forces alliées en Europe; areas=maritime-security
""",
    "signing-of-a-programme": """
agreement programme: date=2023-07-12; partners=jp; organization=nato; place=vilnius;
    signatory=kishida-fumio; signatory=stoltenberg-jens; period=2023/2026; areas=cyber-defence; areas=maritime-security;
    areas=women-peace-security
""",
    "special-representative": """
visit: period=2017-01-05; visitor=inada-tomomi; partners=jp; stop=brussels; organization=nato
meeting talks part: date=2017-01-05; visitor=inada-tomomi; interlocutor=stoltenberg-jens; place=brussels;
    areas=maritime-security
meeting talks part: visitor=inada-tomomi;
    interlocutor=Special Representative of the Secretary General for Women, Peace and Security
""",
    "statement-of-the-council": """
agreement security: date=2018-03-07; partners=qa; organization=nato; signatory=Rose Gottemoeller;
    signatory=Abdulrahman Al-Khulaifi
decision: date=[..2018-03-07]; body=nac; partners=qa
designation part: state=qa; receiving_state=be; organization=nato
""",
    "talk-of-leaders": """
meeting call: date=2023-04-05; interlocutor=kishida-fumio; interlocutor=stoltenberg-jens; organization=nato;
    partners=jp; areas=cyber-defence
""",
    "telephone-talk": """
meeting call: date=2025-10-07; interlocutor=ishiba-shigeru; interlocutor=rutte-mark; partners=jp;
    organization=nato; areas=cyber-defence; areas=maritime-security
""",
    "three-days-three-places": """
visit planned: period=2023-01-29/2023-01-31; visitor=stoltenberg-jens; stop=Seoul; stop=tokyo;
    stop=iruma-air-base; partners=jp; organization=nato
meeting talks planned part: visitor=stoltenberg-jens; interlocutor=kishida-fumio; place=tokyo
meeting talks planned part: visitor=stoltenberg-jens; interlocutor=hayashi-yoshimasa; place=tokyo
meeting talks planned part: visitor=stoltenberg-jens; interlocutor=hamada-yasukazu; place=tokyo
""",
    "vice-minister-at-shape": """
visit: period=2019-03-14/2019-03-15; visitor=Vice-Minister of Defence of Japan; partners=jp; stop=mons;
    organization=shape; stop=brussels
meeting talks part: date=2019-03-14; visitor=Vice-Minister of Defence of Japan; interlocutor=Deputy
    Supreme Allied Commander Europe; place=mons
meeting talks part: date=2019-03-15; visitor=Vice-Minister of Defence of Japan; interlocutor=Assistant
    Secretary General for Operations; place=brussels
""",
    "vice-ministre": """
meeting talks: date=2019-03-12; interlocutor=vice-ministre des Affaires étrangères du Japon;
    interlocutor=stoltenberg-jens; place=brussels; partners=jp; organization=nato
""",
    "visit-announced": """
visit planned: period=2025-04-02/2025-04-05; visitor=iwaya-takeshi; stop=brussels; stop=paris; partners=jp
meeting talks planned part: date=2025-04-03; visitor=iwaya-takeshi; interlocutor=rutte-mark; place=brussels
meeting talks planned part: date=2025-04-04; visitor=iwaya-takeshi;
    interlocutor=Minister for Europe and Foreign Affairs of France; place=paris; areas=maritime-security;
    areas=cyber-defence
""",
    "visit-postponed": """
visit cancelled: period=2020-03-16/2020-03-18; visitor=stoltenberg-jens; stop=jp; partners=jp;
    organization=nato
""",
    "visit-with-two-stops": """
visit: period=2023-01-29/2023-01-31; visitor=stoltenberg-jens; partners=kr; partners=jp; organization=nato;
    stop=Seoul; stop=tokyo; stop=iruma-air-base
meeting talks part: date=2023-01-31; visitor=stoltenberg-jens; interlocutor=hamada-yasukazu;
    place=iruma-air-base
meeting talks part: date=2023-01-29; visitor=stoltenberg-jens;
    interlocutor=Foreign Minister of the Republic of Korea; place=Seoul; areas=maritime-security;
    areas=cyber-defence
meeting talks part: date=2023-01-30; visitor=stoltenberg-jens; interlocutor=President of the Republic of Korea
meeting talks part: date=2023-01-31; visitor=stoltenberg-jens; interlocutor=kishida-fumio; place=tokyo
meeting talks part: date=2023-01-31; visitor=stoltenberg-jens; interlocutor=hayashi-yoshimasa; place=tokyo
meeting press_conference part: visitor=stoltenberg-jens; interlocutor=kishida-fumio; areas=non-proliferation
""",
    "visite-annoncee": """
visit planned: period=2023-01-29/2023-02-01; visitor=stoltenberg-jens; partners=kr; partners=jp; organization=nato;
    stop=Séoul; stop=iruma-air-base
meeting talks planned part: date=2023-01-29; visitor=stoltenberg-jens; interlocutor=Park Jin; place=Séoul
meeting talks planned part: date=2023-01-31; visitor=stoltenberg-jens; interlocutor=kishida-fumio
meeting press_conference planned part: date=2023-01-31; visitor=stoltenberg-jens; interlocutor=kishida-fumio
meeting talks planned part: date=2023-02-01; visitor=stoltenberg-jens; interlocutor=hamada-yasukazu
""",
    "advisories": """
visit planned: period=2025-05-26/2025-05-28; visitor=Radmila Shekerinska; stop=tokyo; partners=jp;
    organization=nato
meeting talks planned: date=2025-05-21; host=rutte-mark; visitor=Maia Sandu; place=brussels; partners=md;
    organization=nato
""",
    "ambassadeurs-nommes": """
tenure appointed: person=Kenji Tanaka; office=jp-ambassador-be; milestone=[..2017-09-12]
tenure appointed: person=Hiroshi Suzuki; office=jp-head-of-mission-nato; milestone=[..2017-09-12]
""",
    "declaration-sans-jour": """
agreement declaration: partners=jp; organization=nato; signatory=kishida-fumio; signatory=stoltenberg-jens;
    areas=cyber-defence; areas=maritime-security
""",
    "depart-de-l-ambassadeur": """
tenure departed: person=ishii-masafumi; office=jp-ambassador-be; milestone=2017-03; credentials=2014-10-07;
    arrived=2014-09-12
""",
    "en-particulier-en-afghanistan": """
visit: period=2005-03-29/2005-03-31; visitor=de-hoop-scheffer-jaap; stop=nz; partners=nz; organization=nato
meeting talks part: visitor=de-hoop-scheffer-jaap; interlocutor=Helen Clark
meeting talks part: visitor=de-hoop-scheffer-jaap; interlocutor=Mark Burton
""",
    "heads-of-mission-received": """
meeting talks: date=2023-03-15; interlocutor=stoltenberg-jens; interlocutor=jp-head-of-mission-nato;
    interlocutor=kr-head-of-mission-nato; place=brussels; partners=jp; partners=kr; organization=nato;
    areas=cyber-defence
""",
    "nothing-happened": """
""",
    "partners-heads-listed": """
tenure credentials: person=izawa-osamu; office=jp-head-of-mission-nato; milestone=2025-01-15
tenure: person=Ryu Jeong-hyun; office=kr-head-of-mission-nato; period=2023-05-02/..
""",
    "renouvellement": """
agreement programme: date=2020-06; partners=jp; organization=nato; areas=cyber-defence;
    areas=maritime-security
""",
    "reunion-une-voix": """
meeting council: date=2024-07-11; interlocutor=kishida-fumio; partners=jp; organization=nac
""",
    "second-day-in-the-region": """
meeting talks: date=2017-10-31; interlocutor=stoltenberg-jens; interlocutor=abe-shinzo; place=tokyo;
    partners=jp; organization=nato
""",
    "statement-of-a-month": """
agreement declaration: date=2025-04; partners=jp; organization=nato; place=tokyo; signatory=ishiba-shigeru;
    signatory=rutte-mark; areas=cyber-defence; areas=maritime-security
""",
    "steps-of-an-ambassador": """
tenure arrived: person=hayashi-hajime; office=jp-ambassador-be; milestone=2017-04-27; credentials=2017-05-16
tenure: person=hayashi-hajime; office=jp-head-of-mission-nato; period=2018-07-01/..
""",
    "travail-aupres-de-l-alliance": """
activity: partners=jp; organization=nato; place=afghanistan; period=[..2018-05-24]/
activity: partners=jp; organization=nato; place=off-somalia; period=[..2018-05-24]/
activity: partners=jp; organization=nato; beneficiary=ge; beneficiary=jo; period=[..2018-05-24]/
""",
    "visant-a-faire-de-son-ambassade": """
decision: date=2016-05-04; body=nac; partners=qa
designation part: state=qa; receiving_state=be; organization=nato
decision all_partners: date=2011
statement part: count=20; qualifier=more_than; date=2016-05-04; organization=nato
""",
    "visit-concluded-in-two-days": """
visit: period=2024-04-03/2024-04-04; visitor=Winston Peters; stop=brussels; organization=nato; partners=nz
meeting talks part: date=2024-04-03; visitor=Winston Peters; interlocutor=stoltenberg-jens; place=brussels
meeting council part: date=2024-04-04; visitor=Winston Peters; organization=nato; place=brussels
""",
    "ambassade-de-coree": """
decision: date=2022-09; body=nac; partners=kr
designation part: state=kr; receiving_state=be; organization=nato
meeting ceremony: date=2022-11-22; interlocutor=yoon-soongu; interlocutor=stoltenberg-jens; organization=nato;
    partners=kr
""",
    "audience-du-roi": """
tenure credentials: person=osuga-takeshi; office=jp-ambassador-be; milestone=2026-01-14
tenure credentials: person=Ryu Jeong-hyun; office=kr-ambassador-be; milestone=2026-01-14
""",
    "paraphe-puis-conseil": """
agreement programme: date=2014-05-06; partners=jp; signatory=abe-shinzo; signatory=rasmussen-anders-fogh;
    areas=cyber-defence
meeting talks: date=2014-05-06; visitor=abe-shinzo; host=rasmussen-anders-fogh; place=brussels; partners=jp;
    organization=nato
meeting council: date=2014-05-06; interlocutor=abe-shinzo; organization=nac; partners=jp
""",
    "qui-lui-succede": """
tenure: person=hayashi-hajime; office=jp-ambassador-be; period=/2019-09-30
tenure credentials: person=shimokawa-makita; office=jp-ambassador-be; milestone=2019-11-13
""",
    "sides-headed-by": """
meeting consultation: date=2025-11-20; place=brussels; partners=jp; organization=nato; interlocutor=Takeshi
    Akahori; interlocutor=Javier Colomina; areas=cyber-defence
""",
    "accord-entre-en-vigueur": """
agreement security: date=2010-06-25; partners=jp; organization=nato; place=brussels; period=2010-06-25/
""",
    "au-japon-puis-en-australie": """
visit: period=2005-04; visitor=de-hoop-scheffer-jaap; stop=jp; partners=jp; partners=au; stop=au
meeting talks part: date=2005-04; visitor=de-hoop-scheffer-jaap; interlocutor=Junichiro Koizumi
meeting talks part: date=2005-04; visitor=de-hoop-scheffer-jaap; interlocutor=Nobutaka Machimura
""",
    "farewell-call": """
meeting talks: date=2026-08-28; interlocutor=izawa-osamu; partners=jp
tenure departed: person=izawa-osamu; office=jp-head-of-mission-nato; milestone=2026-08-31
""",
    "remarks-at-a-university": """
meeting talks: date=2017; interlocutor=stoltenberg-jens; interlocutor=abe-shinzo; partners=jp
""",
    "where-he-was-received": """
""",
    "embassy-in-belgium-as-its-mission": """
decision: date=2018-05-24; partners=jp
designation part: state=jp; receiving_state=be
""",
    "one-day-after": """
meeting talks: date=2017-10-31; interlocutor=onodera-itsunori; interlocutor=stoltenberg-jens; place=tokyo;
    partners=jp; organization=nato
""",
    "press-then-what-they-discussed": """
meeting talks: date=2017-10-31; interlocutor=stoltenberg-jens; interlocutor=abe-shinzo; place=tokyo;
    organization=nato; partners=jp; areas=cyber-defence; areas=maritime-security
meeting press_conference: date=2017-10-31; interlocutor=stoltenberg-jens; interlocutor=abe-shinzo;
    place=tokyo; organization=nato; partners=jp
""",
    "also-signed": """
agreement security: date=[..2007-10-03]; partners=nz; organization=nato; signatory=Helen Clark
meeting talks: date=[..2007-10-03]; interlocutor=Helen Clark; interlocutor=de-hoop-scheffer-jaap
""",
    "cancelled-in-the-next-sentence": """
visit cancelled: period=2025-06-24/2025-06-26; visitor=ishiba-shigeru; stop=the-hague; organization=nato;
    partners=jp
""",
    "concluded-then-travels-on": """
visit: period=2019-08-05/2019-08-06; visitor=stoltenberg-jens; partners=nz; organization=nato; stop=Wellington
visit planned: period=2019-08-07; visitor=stoltenberg-jens; stop=au; partners=au
meeting talks part: visitor=stoltenberg-jens; interlocutor=Jacinda Ardern; place=Wellington; areas=cyber-defence;
    areas=women-peace-security
meeting talks part: visitor=stoltenberg-jens; interlocutor=Winston Peters; place=Wellington; areas=cyber-defence;
    areas=women-peace-security
meeting talks part: visitor=stoltenberg-jens; interlocutor=Ron Mark; place=Wellington; areas=cyber-defence;
    areas=women-peace-security
""",
    "recalling-then-we": """
agreement declaration: date=2023-01-31; partners=jp; organization=nato; place=tokyo; signatory=kishida-fumio;
    signatory=stoltenberg-jens; areas=cyber-defence; areas=maritime-security
meeting talks: date=2023-01-31; interlocutor=kishida-fumio; interlocutor=stoltenberg-jens; place=tokyo;
    partners=jp
""",
    "in-tokyo-for-meetings": """
visit: period=2019-03-14; visitor=Rose Gottemoeller; stop=tokyo; partners=jp; organization=nato
meeting talks part: date=2019-03-14; visitor=Rose Gottemoeller; interlocutor=kono-taro; place=tokyo
meeting talks part: date=2019-03-14; visitor=Rose Gottemoeller; interlocutor=iwaya-takeshi; place=tokyo
""",
    "on-behalf-of": """
agreement security: date=2010-06-25; partners=jp; organization=nato; place=brussels; signatory=yokota-jun
""",
    "announced-that-it-had": """
decision: date=[..2016-05-03]; body=nato; partners=il
""",
    "dementi": """
""",
    "footnotes": """
visit: period=2022-06-29; visitor=kishida-fumio; stop=madrid; partners=jp
meeting talks part: date=2022-06-29; visitor=kishida-fumio; interlocutor=stoltenberg-jens; place=madrid
visit: period=2017-10; visitor=stoltenberg-jens; stop=tokyo; partners=jp
""",
    "took-up-his-duties": """
tenure: person=rasmussen-anders-fogh; office=nato-secretary-general; period=2009-08-01/..
tenure: person=de-hoop-scheffer-jaap; office=nato-secretary-general; period=/[..2009-08-01]
""",
    "programme-in-a-table": """
meeting talks planned: date=2025-04-08; interlocutor=nato-secretary-general; interlocutor=nakatani-gen; partners=jp
meeting talks planned: date=2025-04-09; interlocutor=nato-secretary-general; place=tokyo;
    interlocutor=iwaya-takeshi; partners=jp
meeting talks planned: date=2025-04-09; interlocutor=nato-secretary-general; place=tokyo;
    interlocutor=ishiba-shigeru; partners=jp
""",
    "two-columns": """
meeting talks: date=2025-04-09; interlocutor=rutte-mark; interlocutor=ishiba-shigeru; place=tokyo; partners=jp;
    organization=nato; areas=cyber-defence
""",
    "column-of-the-ambassador": """
tenure credentials: person=osuga-takeshi; office=jp-ambassador-be; milestone=2026-01-14
""",
    "lettres-au-roi": """
tenure credentials: person=hayashi-hajime; office=jp-ambassador-be; milestone=2017-05-16; arrived=2017-04-27
tenure: person=ishii-masafumi; office=jp-ambassador-be
""",
    "page-thematique": """
agreement security: date=2010-06; partners=jp; organization=nato
agreement declaration: date=2013-04; partners=jp; place=tokyo; signatory=rasmussen-anders-fogh; signatory=abe-shinzo
agreement programme: date=2014-05; partners=jp; organization=nato; signatory=abe-shinzo
agreement programme: date=2023-07; partners=jp; organization=nato; place=vilnius
decision: date=2018-05-24; body=nac; partners=jp
designation part: state=jp; receiving_state=be; organization=nato
visit: period=2013-04; visitor=rasmussen-anders-fogh; stop=tokyo; partners=jp
""",
    "recu-au-siege": """
meeting talks: date=2023-03-03; host=Mircea Geoană; visitor=Cho Hyun-dong; place=brussels; partners=kr;
    organization=nato; areas=cyber-defence; areas=non-proliferation
meeting talks: date=2023-03-02; interlocutor=Cho Hyun-dong;
    interlocutor=secrétaire générale du Service européen pour l’action extérieure; partners=kr
""",
    "related-below": """
visit: period=2023-01-29/2023-01-30; visitor=stoltenberg-jens; stop=kr; partners=kr; organization=nato
meeting talks part: date=2023-01-30; visitor=stoltenberg-jens; interlocutor=Yoon Suk Yeol; areas=cyber-defence;
    areas=non-proliferation
meeting talks part: date=2023-01-30; visitor=stoltenberg-jens; interlocutor=Park Jin; areas=cyber-defence;
    areas=non-proliferation
meeting talks part: date=2023-01-30; visitor=stoltenberg-jens; interlocutor=Lee Jong-sup; areas=cyber-defence;
    areas=non-proliferation
visit planned: period=2023-01-31; visitor=stoltenberg-jens; stop=jp; partners=jp
meeting talks planned part: date=2023-01-31; visitor=stoltenberg-jens; interlocutor=kishida-fumio
""",
    "serials": """
meeting talks planned: date=2025-04-08; interlocutor=nato-secretary-general; place=tokyo; interlocutor=nakatani-gen;
    partners=jp
meeting talks planned: date=2025-04-09; interlocutor=nato-secretary-general; place=tokyo; interlocutor=ishiba-shigeru;
    partners=jp
""",
    "signature-par-deux": """
agreement security: date=2014-03-14; partners=at; organization=nato; signatory=Karl Schramek;
    signatory=rasmussen-anders-fogh; place=brussels; period=2014-06-01/
""",
    "who-became": """
visit: period=2025-04-08/2025-04-09; visitor=rutte-mark; stop=tokyo; partners=jp
meeting talks part: date=2025-04-09; visitor=rutte-mark; interlocutor=ishiba-shigeru; areas=maritime-security
meeting talks part: date=2025-04-09; visitor=rutte-mark; interlocutor=iwaya-takeshi; areas=maritime-security
tenure: person=rutte-mark; office=nato-secretary-general; period=2024-10-01/..
tenure: person=stoltenberg-jens; office=nato-secretary-general; period=/[..2024-10-01]
""",
}
