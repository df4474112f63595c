"""Texts to measure on: invented news in English, as many words as asked for, always the same.

The sentences are templates, but most names are made of syllables and met once: of sixty
thousand words some six thousand are distinct (of news, up to twice as many). Two sentences in
three give no number, so that there are some fifteen to a thousand words, as in news.
"""

import random

_SYLLABLES = """
    ba bel bor cal cor da dol dra el en fal fen gal gor hal har il ka kel kor la lin lor mar mel mon
    na nor ol or pra quil ra ren ros sal sen sto tal tar tor ul va vel vin wen yar zel
""".split()
_ENDINGS = "a berg burg by dale e en ford grad ia in land o ov sk stad ton us va ville".split()
_FIRST = """
    Anna Boris Carla Dmitri Elena Farid Greta Hassan Irina Jonas Katya Lars Maria Nils Olga Pavel
    Rita Stefan Tanya Viktor Wanda Yusuf Zofia Marta Edgar Leila Marcus Ingrid Tomas
""".split()
_OFFICES = (
    "minister, deputy prime minister, foreign ministry spokeswoman, mayor, chief executive, "
    "general, central bank governor, union leader, opposition lawmaker, police commissioner, "
    "economist, hospital director, regional governor, border guard commander, energy commissioner"
).split(", ")
_BODIES = (
    "Parliament, the European Union, NATO, the United Nations, the World Bank, the coast guard, "
    "the interior ministry, the grid operator, the supreme court, the statistics office, Reuters, "
    "the Red Cross, the trade ministry, the football association, the health agency"
).split(", ")
_THINGS = (
    "grain shipments, gas deliveries, air-defence systems, ferry crossings, asylum requests, "
    "housing permits, armoured vehicles, hospital beds, rail services, power cuts, wage talks, "
    "school meals, car exports, vaccine doses, wind turbines, border crossings, steel tariffs, "
    "flood barriers, fishing quotas, court rulings, data centres, mobile networks, pensions"
).split(", ")
_VERBS = "rose fell doubled resumed stopped slowed recovered widened shrank stalled".split()
_SAYING = "said, told reporters, warned, announced, insisted, acknowledged, wrote, added".split(
    ", "
)
_ADJECTIVES = """
    unexpected severe gradual partial disputed temporary long-delayed costly unusual cautious
    sweeping modest fragile nationwide joint independent
""".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = """
    January February March April May June July August September October November December
""".split()

_TEMPLATES = (
    "{thing} in {place} {verb} by {percent} per cent in {month}, {body} {said} on {day}.",
    '"We had expected {adjective} delays, but not this," {person}, the {office}, {said}.',
    "The {office} of {place}, {person}, {said} that at least {count} people had been affected.",
    "{body} approved ${money} million for {thing}, up from ${money} million a year earlier.",
    "According to {body}, {thing} to {place} and {place2} {verb} after the {adjective} decision.",
    "{surname}, who has led the company since {year}, declined to comment on the {adjective} plan.",
    "More than {count} residents of {place} were told to leave their homes late on {day}, when "
    "the river {river} rose {small} metres above its usual level and {thing} {verb}.",
    "“{thing} are a question for the region,” {person} {said}; “we cannot wait until {year}.”",
    "In {place}, some {count} workers at {company} voted to strike for {small} days.",
    "{person} met {person2} in {place} on {month} {dayno}, {year}, to discuss {thing}.",
    "Shares of {company} {verb} {percent}% to {money} euros after {body} opened an inquiry.",
    "It was not clear whether {thing} would be part of the agreement, which {place} and {place2} "
    "signed in {year} and which {body} has called {adjective}.",
    "Critics such as {person} argue that the {adjective} measures came too late.",
    "The {river} bridge near {place}, {small} kilometres from {place2}, was closed on {day}.",
    "{company} had {said} earlier that it would cut {count} jobs in {place2} by {month} {year}.",
    "Asked about {thing}, {surname} {said}: “There is no reason to think that {place} will pay.”",
    "The average price of a flat in {place} {verb} to {count} crowns, the lowest since {year}.",
    "Neither {body} nor the {office} could say why {thing} {verb} so quickly.",
)

_PLAIN = (
    "{person}, the {office}, {said} that the {adjective} talks with {body} would go on in {place}.",
    "Nobody in {place} seems to know who ordered the {adjective} change, or what it will cost.",
    '"They came to us with nothing but promises," {person} {said} of the team from {company}.',
    "{body} has asked {company} to explain why {thing} {verb} while those of its rivals did not.",
    "The two sides met in {place}, a town on the {river}, and parted without a statement.",
    "In the valley above {place}, where {thing} have long divided families, opinion has shifted.",
    "{surname} denied the report, calling it {adjective}, and left for {place2} with advisers.",
    "What worries farmers around {place} is less the weather than the price of {thing}.",
    "“It is a {adjective} step, and we welcome it,” {said} {person} of {body} on {day}.",
    "The {office} promised help for {place} but gave no date, and {thing} {verb} again.",
    "Lawyers for {company} argued before {body} that the rules on {thing} had been misread.",
    "Residents of {place2} describe a {adjective} calm: shops open late, trains run half empty.",
    "A spokesman for {person} would neither confirm nor deny that {surname} had been in {place}.",
    "After the vote, {person} walked out of the hall with members of {body}, saying little.",
)
_PLAIN_SHARE = 0.68


def documents(words: int, seed: int = 7) -> list[str]:
    """Return texts of three to sixteen paragraphs that together have at least so many words."""
    chance = random.Random(seed)
    texts = []
    have = 0
    while have < words:
        paragraphs = [
            " ".join(_sentence(chance) for _ in range(chance.randint(1, 3)))
            for _ in range(chance.randint(3, 16))
        ]
        texts.append("\n\n".join(paragraphs))
        have += len(texts[-1].split())
    return texts


def _sentence(chance: random.Random) -> str:
    pick = chance.choice
    templates = _PLAIN if chance.random() < _PLAIN_SHARE else _TEMPLATES
    sentence = pick(templates).format(
        thing=pick(_THINGS),
        place=_name(chance),
        place2=_name(chance),
        river=_name(chance),
        company=f"{_name(chance)} {pick(['Steel', 'Energy', 'Bank', 'Group', 'Rail'])}",
        person=f"{pick(_FIRST)} {_name(chance)}",
        person2=f"{pick(_FIRST)} {_name(chance)}",
        surname=_name(chance),
        office=pick(_OFFICES),
        body=pick(_BODIES),
        said=pick(_SAYING),
        verb=pick(_VERBS),
        adjective=pick(_ADJECTIVES),
        day=pick(_DAYS),
        month=pick(_MONTHS),
        dayno=chance.randint(1, 28),
        year=chance.randint(1990, 2024),
        percent=round(chance.uniform(0.1, 40), 1),
        money=chance.randint(2, 900),
        count=f"{chance.randint(3, 900) * 100:,}",
        small=chance.randint(2, 60),
    )
    return sentence[0].upper() + sentence[1:]


# Names that come back, as those in the news do, among names met once.
_KNOWN = 400


def _name(chance: random.Random) -> str:
    if chance.random() < 0.2:
        chance = random.Random(chance.randrange(_KNOWN))
    syllables = "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(1, 3)))
    return (syllables + chance.choice(_ENDINGS)).capitalize()
