"""The words by which a sentence says what was not so, and where the clause begins and ends of which it says so."""

import re

#: What stands behind “not” or « pas » and denies nothing: “not only”, « n’a pas manqué de ».
_NOT_ONLY = (
    r"(?! (?:only|just|merely|simply|solely|least|alone|until|fail(?:ed)? to|hesitated? to|without"
    r"|seulement|uniquement|simplement|moins d[e’']|manqué d[e’']|hésité à)(?!\w))"
)
#: What did not take place is told as such: it is cancelled.
_NOT_HELD = r"(?! (?:taken? place|be held|go(?:ne)? ahead|eu lieu|lieu)\b)"
#: They deny all that their clause tells.
DENIED = re.compile(
    rf"(?<!whether or )(?<!\bif )\bnot\b{_NOT_ONLY}{_NOT_HELD}|\b[a-z]+n[’']t\b"
    r"|\b(?:never|cannot|neither|nor|nobody|none of|no[- ]one|no longer|unable to|denie[ds]|denying)\b"
    r"|\bno (?!(?:later|earlier|sooner|fewer|less|more) than\b|(?:doubt|matter)\b)(?=[^\W\d])"
    r"|\b(?:ha(?:s|ve|d)|is|are|was|were) yet to\b"
    r"|(?<!not )\b(?:fail(?:ed|s)?|declin(?:ed?|es)|refus(?:ed?|es)) to\b|\b(?:refrain|abstain)(?:ed|s)? from\b"
    r"|\black(?:s|ed)? (?=an?\b|any\b)|\b(?:ruled|rules) out\b"
    rf"|(?:\bne |\bn[’'])[^,;.:]{{1,30}}?(?<!un )(?<!premier )(?<!nouveau )\bpas\b{_NOT_ONLY}{_NOT_HELD}"
    r"|(?:\bne |\bn[’'])[^,;.:]{1,30}?\b(?:jamais|aucune?|rien|guère|nullement|ni)\b"
    r"|(?:\bne |\bn[’'])\w+ (?:plus|point|personne)\b(?! que\b)|\bne (?:pas|plus|jamais)\b"
    r"|(?:\bne |\bn[’'])(?:a|ont|avait|avaient|peut|peuvent|pourra|pourront|saurait|sauraient) (?:pu |su )?"
    r"(?=\w+(?:er|ir|oir|re)\b)"
    r"|\b(?:aucune?|personne|nul(?:le)?|rien|ni)\b[^;.:]{0,80}?(?:\bne |\bn[’'])|\A\W*pas d(?:e |[’'])"
    r"|\b(?:a|ont|avait|avaient) (?:refusé|décliné|omis|exclu|renoncé|démenti)\b"
    r"|\b(?:refuse|décline|exclut|renonce|dément)(?:nt)?\b"
    r"|\b(?:false|untrue|incorrect|inaccurate|wrong) that\b|\b(?:inexact|faux|erroné|mensonger) que?\b"
    r"|\b(?:is|are|was|were) (?:\w+ )?(?:false|untrue|incorrect|inaccurate|unfounded|baseless)\b"
    r"|\b(?:est|sont|était|étaient) (?:\w+ )?(?:faux|fausses?|inexacte?s?|erronée?s?|mensongère?s?|infondée?s?)\b"
    r"|\b(?:claim(?:s|ed)? that|alleg(?:es|edly|ed (?:that|to))|reportedly|prétend(?:ent|ument)?)\b"
    r"|\bs[’']\w+ abstenue?s? d|\b(?:tarde|reste)(?:nt)? à (?=\w+(?:er|ir|re)\b)|\bdans l[’']impossibilité d",
    re.IGNORECASE,
)
#: What somebody only wished to do, or could have done: “hopes to meet”, “might visit”; not what was on “6 May”.
_WISHED = (
    r"(?:could|(?-i:may)|might|would|should|almost|nearly"
    r"|(?:(?:hop|wish|want|intend|plan|promis|offer|ask|seek|agree)\w*|ought|ready|willing|invited|eager|keen|rumoured"
    r"|reported|believed|said|supposed|had been (?:due|scheduled|expected)|whether|how) to)"
    r" (?:also |then |soon )?(?:meet|met|hold(?= (?:\w+ ){0,2}(?:talks|meetings?)\b)|receive|host|visit|travel|sign"
    r"|send|post|second|dispatch|assign|appoint)\b"
    r"|(?:could|(?-i:may)|might|would|should) (?:also |then |soon )?(?:have (?:been )?|be )"
    r"(?:met|held|received|visited|signed|issued|concluded|adopted|sent|posted|assigned|appointed)\b"
    r"|(?:pourrai|devrai|aurai|serai)(?:t|ent) (?:\w+ ){0,2}?(?!lieu\b)(?:\w+[éiu]|mis|pris|ouvert)(?:e|s|es)?\b"
    r"|(?:considering|contemplating) (?:\w+ ){0,2}?"
    r"(?:(?:meet|hold|visit|sign|send|post|second|dispatch|assign|appoint)\w*ing|appointment|secondment|dispatch)\b"
    r"|(?:was|were) (?:(?:due|scheduled|expected) )?to present\b"
    r"|(?:(?:pourrai|devrai|aimerai|souhaiterai)(?:t|ent)"
    r"|(?:envisage|souhaite|espère|propose|compte|prévoit)(?:nt)?(?: d(?:e |[’']))?)"
    r" ?(?:rencontrer|recevoir|se rendre|visiter|signer|affecter|détacher|envoyer|nommer|désigner|s[’']entretenir)\b"
)
#: What stands behind them alone is not told: “without a joint statement”, « mais pas la cyberdéfense », “(see the”.
LEFT_OUT = re.compile(
    rf"\b{_WISHED}"
    r"|\bwithout (?!(?:delay|hesitation|doubt|exception|prejudice|precedent|interruption|reservation|question)\b)"
    r"|\bsans (?!(?:délai|tarder|attendre|doute|exception|préjudice|précédent|interruption|cesse|réserve|hésiter)\b)"
    r"|(?:,|\band|\bbut) not\b(?! (?:only|just|least|merely)\b)"
    r"|(?:,|\bet|\bmais) (?:non|pas)\b(?![-‑]| (?:seulement|uniquement|plus|moins)\b)"
    r"|\b(?:contrairement à ce|contrary to (?:what|claims|reports|rumou?rs))\b"
    r"|[(\[](?:see|voir|cf\.?)\b|\b(?:accessed|retrieved|consultée?s?)(?= (?:on |le )?\d)"
    r"|\b(?:instead of|rather than|except(?: for)?|excluding|apart from|hormis|sauf|excepté)\b"
    r"|\b(?:au lieu d|plutôt qu|à l[’']exception d)[eu’']"
    # Whoever stayed somewhere else: “and Mr Berg remained in Tokyo”, not “and remained in Tokyo”.
    rf"|(?:,?\s+(?:and|but|et|mais)|,)\s+(?=(?-i:(?:(?:the|le|la|M|MM|Mme|Mrs?|Ms)\b|l[’']|[A-ZÀ-Þ])))"
    rf"(?:(?!\b(?:and|et|but|mais)\b)[^;:]){{2,100}}?\b(?:(?:has |had )?(?:remain|stay)(?:s|ed|ing)"
    r"|(?:est|sont|était|étaient) restée?s?|rest(?:e|ait)|demeur(?:e|ait))\b(?= (?:behind )?(?:in|at|à|en|au|aux)\b)",
    re.IGNORECASE,
)
_PRONOUN = r"(?:he|she|they|it|ils?|elles?)\b"
_VERB = (
    r"(?:did|does|do|will|would|could|can|was|were|is|are|has|had|have|never|not|[a-z]+ed\b|told|said|met|held|paid|went|then"
    r"|a|ont|avait|avaient|est|sont|sera|ne|ensuite|puis)\b|n[’']|s[’']|se "
)
_OPPOSED = r"(?:but|mais|while|whereas|although|though|however|because|tandis que?|alors que?|bien que?|car)\b"
#: Where a clause begins before the words that deny it: behind one of these.
BEGINS = re.compile(rf"[,;:—–.!?()«“”»\"]|\b{_OPPOSED}|\b(?:and|et|puis)\b(?= (?:{_PRONOUN}|{_VERB}))", re.IGNORECASE)
#: And where it ends behind them: before one of these.
ENDS = re.compile(
    rf"[;:—–()“”»\"]|,? {_OPPOSED}|,? (?:and|et|puis)\b(?= (?:{_PRONOUN}|{_VERB}))"
    rf"|, (?:{_PRONOUN}|(?:where|which|who|whose|où|qui|dont|instead)\b)",
    re.IGNORECASE,
)
#: With what a clause begins that ends at the next comma: “who did not attend,”, « comme il n’a pu venir, ».
WITHIN = re.compile(
    r"\s*(?:who|whom|which|whose|where|qui|que?|qu[’']\w+|dont|où|as|since|because|if|although|though|while|when|comme"
    r"|puisque?|si|s[’']il|bien que?|lorsque?|quand|not having|unable|n[’']ayant|ne pouvant|having)\b",
    re.IGNORECASE,
)
