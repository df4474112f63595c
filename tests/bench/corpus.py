"""Texts to measure on: invented news in English, as many words as asked for, always the same.

Sentences with numbers are templates, the others are put together of phrases, so that no two
texts share a run of words by more than chance; most names are made of syllables and met once. Of
a thousand words some twenty are numbers, about as in news.
"""

import argparse
import json
import random
from pathlib import Path

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
    "The {office} of {place}, {person}, {said} that at least {count} people had been affected.",
    "{body} approved ${money} million for {thing}, up from ${money} million a year earlier.",
    "According to {body}, {thing} to {place} and {place2} {verb} after the {adjective} decision.",
    "{surname}, who has led the company since {year}, declined to comment on the {adjective} plan.",
    "More than {count} residents of {place} were told to leave their homes late on {day}, when "
    "the river {river} rose {small} metres above its usual level and {thing} {verb}.",
    "In {place}, some {count} workers at {company} voted to strike for {small} days.",
    "{person} met {person2} in {place} on {month} {dayno}, {year}, to discuss {thing}.",
    "Shares of {company} {verb} {percent}% to {money} euros after {body} opened an inquiry.",
    "It was not clear whether {thing} would be part of the agreement, which {place} and {place2} "
    "signed in {year} and which {body} has called {adjective}.",
    "The {river} bridge near {place}, {small} kilometres from {place2}, was closed on {day}.",
    "{company} had {said} earlier that it would cut {count} jobs in {place2} by {month} {year}.",
    "The average price of a flat in {place} {verb} to {count} crowns, the lowest since {year}.",
)

_NOUNS = """
    agreement airport alliance archive army award bank battery beach bridge budget camera campaign
    canal capital captain castle census charter church clinic coach coalition coast college column
    committee convoy council court crew customs dam deadline debt delegation depot desert dialogue
    election embassy engine estate factory farm ferry festival film fleet forest fund garden gate
    glacier harbour harvest highway hospital hotel inquiry island journal judge junction kitchen
    laboratory lake lawsuit library licence machine market meadow memoir mine mission monument
    motion museum neighbour network novel office orchard orchestra outpost parish parliament patrol
    pension pipeline planet plaza policy pool port prison promise province quarry railway ranch
    reactor reform refinery region report reservoir rival road roof ruin satellite school season
    settlement shipyard shrine siege signal stadium statue stream strike studio subsidy suburb
    summit tariff team temple tower township trade trainer treaty tribunal truce tunnel union vault
    vessel village vineyard vote warehouse waterway weapon witness workshop
""".split()
_ACTIONS = """
    abandoned accepted admired backed blamed blocked borrowed bought challenged chose cleared
    condemned copied crossed damaged defended delayed described designed discovered doubted
    dropped entered examined expanded explained faced feared financed followed forgot guarded
    handled hosted ignored improved inherited inspected joined kept launched left lost measured
    mended missed mocked noticed opened ordered outlived painted photographed planned praised
    promised protected proved questioned reached rebuilt recalled refused replaced rescued
    searched settled shaped shared signed sold stopped studied supported surrounded tested traced
    trusted valued visited wanted watched welcomed
""".split()
_LINKS = "because while although after before as since until whereas once".split()
_PLACES = "near behind beyond across beside outside inside along above around".split()
_PLAIN_SHARE = 0.8


def chosen_texts(description: str | None) -> tuple[list[str], int]:
    """Return the texts and the rounds that the command line asks for."""
    options = argparse.ArgumentParser(description=description)
    options.add_argument("--words", type=int, default=60_000, help="how many words to make up")
    options.add_argument("--texts", type=Path, help="a .jsonl file to read texts from instead")
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args()
    if chosen.texts is None:
        return documents(chosen.words), chosen.rounds
    with chosen.texts.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines], chosen.rounds


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
    sentence = _plain(chance) if chance.random() < _PLAIN_SHARE else _with_numbers(chance)
    return sentence[0].upper() + sentence[1:]


def _plain(chance: random.Random) -> str:
    """Return a sentence without a number, in one of six a quotation; hardly ever the same twice."""
    clause = _clause(chance)
    if chance.random() < 0.5:
        clause += f", {chance.choice(_LINKS)} {_clause(chance)}"
    if chance.random() < 0.17:
        speaker = f"{chance.choice(_FIRST)} {_name(chance)}"
        return f"“{clause[0].upper()}{clause[1:]},” {speaker} {chance.choice(_SAYING)}."
    return f"{clause}."


def _clause(chance: random.Random) -> str:
    pick = chance.choice
    subject = pick(
        (f"{pick(_FIRST)} {_name(chance)}", pick(_BODIES), _phrase(chance), _phrase(chance))
    )
    clause = f"{subject} {pick(_ACTIONS)} {_phrase(chance)}"
    if chance.random() < 0.6:
        where = _name(chance) if chance.random() < 0.3 else _phrase(chance)
        clause += f" {pick(_PLACES)} {where}"
    return clause


def _phrase(chance: random.Random) -> str:
    adjective = f"{chance.choice(_ADJECTIVES)} " if chance.random() < 0.5 else ""
    owner = f" of the {chance.choice(_NOUNS)}" if chance.random() < 0.3 else ""
    return f"the {adjective}{chance.choice(_NOUNS)}{owner}"


def _with_numbers(chance: random.Random) -> str:
    pick = chance.choice
    return pick(_TEMPLATES).format(
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


# Names that come back, as those in the news do, among names met once.
_KNOWN = 400


def _name(chance: random.Random) -> str:
    if chance.random() < 0.2:
        chance = random.Random(chance.randrange(_KNOWN))
    syllables = "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(1, 3)))
    return (syllables + chance.choice(_ENDINGS)).capitalize()
