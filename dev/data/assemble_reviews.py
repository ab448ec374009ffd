#!/usr/bin/env python3
"""Makes Data/reviews.zh.jsonl and Data/reviews.en.jsonl from hand-written drafts.

    dev/data/assemble_reviews.py DRAFTS BLIND [OUTPUT]

DRAFTS holds one file a domain (dining.jsonl …) and english.jsonl. A line is an object with `text`,
`label` ("P" or "N"), `hard` (what makes it hard, or ""), `pair` (a name that the two halves of a
minimal pair share, or "") and, in english.jsonl, `domain`. BLIND holds files of the same names whose
lines give `text` and the `label` of somebody who saw no labels: "P", "N" or "?".

A row whose two labels differ is left out, with the other half of its pair; so are near copies, rows
that begin like three others, and rows with a label word. From what is left each domain keeps 240
rows, half of either label and about 72 of them hard; English keeps what it has, in equal halves.
What is left over is chosen, and everything is split, ordered and named, by a fixed seed. The figures
for the data card go to standard output as Markdown.
"""

import json
import random
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

DOMAINS = ["dining", "delivery", "hotel", "film", "phone", "book"]
ROWS, HARD_ROWS = 240, 72
MIN_ENGLISH_ROWS = 200
SHARES = {"train": 0.4, "validation": 0.1, "test": 0.5}
MAX_JACCARD = 0.4
MAX_SAME_OPENING = 3
MAX_ONE_SIDED, ONE_SIDED = 12, 0.9
LABEL_WORDS = ["积极", "消极", "正面", "负面", "好评", "差评", "positive", "negative"]
REASONS = ["labels differ", "label word", "near copy", "worn opening", "not needed"]
LABELS = {"P": "positive", "N": "negative"}
SEED = 20261121


class Refusal(Exception):
    pass


@dataclass(eq=False)
class Row:
    text: str
    label: str
    hard: str
    pair: str
    domain: str
    second: str = ""
    split: str = ""

    def opening(self):
        return self.text[:4]

    def grams(self, n):
        return {self.text[i : i + n] for i in range(max(1, len(self.text) - n + 1))}


def objects(file):
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except ValueError as error:
                raise Refusal(f"{file}:{number}: {error}")


def read_drafts(file, domain=None):
    rows = []
    for number, value in objects(file):
        try:
            pair = value["pair"] and f"{file.stem} {value['pair']}"
            row = Row(value["text"], value["label"], value["hard"], pair,
                      domain or value["domain"])
        except (KeyError, TypeError) as error:
            raise Refusal(f"{file}:{number}: {error}")
        if row.label not in LABELS or row.domain not in DOMAINS or not row.text.strip():
            raise Refusal(f"{file}:{number}: {value}")
        if row.text != row.text.strip():
            raise Refusal(f"{file}:{number}: white space around the text")
        rows.append(row)
    for text, count in Counter(row.text for row in rows).items():
        if count > 1:
            raise Refusal(f"{file}: {text} stands {count} times")
    for unit in units(rows):
        if unit[0].pair and sorted(row.label for row in unit) != ["N", "P"]:
            raise Refusal(f"{file}: the pair {unit[0].pair} is not one row of either label")
    return rows


def add_second_labels(rows, file):
    labels = {value["text"].strip(): value["label"] for _, value in objects(file)}
    for row in rows:
        if labels.get(row.text) not in ("P", "N", "?"):
            raise Refusal(f"{file}: no second label for {row.text}")
        row.second = labels[row.text]


def units(rows):
    """What stays together: pairs and single rows, in the order of the rows."""
    found = {}
    for place, row in enumerate(rows):
        found.setdefault(row.pair or place, []).append(row)
    return list(found.values())


def without(rows, dropped):
    """The rows that are left when `dropped` go with the other halves of their pairs."""
    return [row for unit in units(rows) if not any(row in dropped for row in unit) for row in unit]


def near_copies(rows):
    """For each two rows that are too alike, the later; halves of a pair are alike on purpose."""
    grams = [row.grams(5) for row in rows]
    places = defaultdict(set)
    copies = []
    for j, row in enumerate(rows):
        for i in {i for gram in grams[j] for i in places[gram]}:
            if row.pair and row.pair == rows[i].pair:
                continue
            common = len(grams[i] & grams[j])
            if common > MAX_JACCARD * len(grams[i] | grams[j]):
                copies.append(row)
                break
        for gram in grams[j]:
            places[gram].add(j)
    return copies


def worn_openings(rows):
    """Rows that begin like three others before them; singles go before pairs."""
    found = Counter()
    worn = []
    for row in sorted(rows, key=lambda row: not row.pair):
        found[row.opening()] += 1
        if found[row.opening()] > MAX_SAME_OPENING:
            worn.append(row)
    return worn


def one_sided_grams(rows):
    """Character pairs that many rows hold and that give the label away."""
    counts = defaultdict(Counter)
    for row in rows:
        for gram in row.grams(2):
            counts[gram][row.label] += 1
    return {
        gram for gram, labels in counts.items()
        if sum(labels.values()) > MAX_ONE_SIDED
        and max(labels.values()) > ONE_SIDED * sum(labels.values())
    }


def choose(rows, count, hard_count, give_aways, chance):
    """`count` rows, half of either label; what goes first are rows that give their label away, then
    rows of the kind, hard or plain, that there are too many of."""
    kept = list(rows)

    def single(label, hard):
        singles = [row for row in kept
                   if not row.pair and row.label == label and bool(row.hard) == hard]
        chance.shuffle(singles)
        return max(singles, key=lambda row: len(row.grams(2) & give_aways), default=None)

    for label in LABELS:
        while sum(row.label == label for row in kept) > count // 2:
            hard_rows = sum(bool(row.hard) for row in kept if row.label == label)
            too_many = hard_rows > hard_count // 2
            row = single(label, too_many) or single(label, not too_many)
            if row is None:
                raise Refusal(f"the pairs alone are more than {count} rows")
            kept.remove(row)
    for label in LABELS:
        have = sum(row.label == label for row in kept)
        if have < count // 2:
            raise Refusal(
                f"{rows[0].domain}: {have} rows are {LABELS[label]}, and {count // 2} are needed")
    return kept


def split(rows, chance):
    """Gives every row a split: shares exact in either label, near in domain, hardness and length."""
    wanted = {name: round(share * len(rows) / 2) for name, share in SHARES.items()}
    wanted["test"] = len(rows) // 2 - wanted["train"] - wanted["validation"]
    pairs = [unit for unit in units(rows) if len(unit) == 2]
    singles = [unit for unit in units(rows) if len(unit) == 1]
    pair_counts = {name: round(SHARES[name] * len(pairs)) for name in ("train", "validation")}
    pair_counts["test"] = len(pairs) - sum(pair_counts.values())
    deal(pairs, pair_counts, chance)
    for label in LABELS:
        own = [unit for unit in singles if unit[0].label == label]
        deal(own, {name: wanted[name] - pair_counts[name] for name in SHARES}, chance)


def deal(units, counts, chance):
    """Deals units, sorted by what must be even between the splits, to whoever is furthest behind."""
    chance.shuffle(units)
    # In another order each time, or the same kinds would always fall to the smallest split.
    kinds = sorted({row.hard for unit in units for row in unit})
    chance.shuffle(kinds)
    units.sort(key=lambda unit: (unit[0].domain, sorted(kinds.index(row.hard) for row in unit),
                                 sum(len(row.text) for row in unit)))
    dealt = Counter()
    for place, unit in enumerate(units, 1):
        name = max(counts, key=lambda name: counts[name] * place / len(units) - dealt[name])
        dealt[name] += 1
        for row in unit:
            row.split = name
    assert dealt == Counter(counts), (dealt, counts)


def write(rows, name, file, chance):
    chance.shuffle(rows)
    pairs = {}
    lines = []
    for number, row in enumerate(rows, 1):
        value = {"id": f"{name}-{number:03}", "text": row.text, "label": LABELS[row.label],
                 "domain": row.domain}
        if row.hard:
            value["hard"] = row.hard
        if row.pair:
            value["pair"] = pairs.setdefault(row.pair, f"{name}-p{len(pairs) + 1:02}")
        value["split"] = row.split
        lines.append(json.dumps(value, ensure_ascii=False) + "\n")
    file.write("".join(lines))


def kappa(rows):
    """Cohen's kappa of the two labellings, "?" counting as a third answer."""
    if not rows:
        return float("nan")
    first, second = Counter(row.label for row in rows), Counter(row.second for row in rows)
    seen = sum(row.label == row.second for row in rows) / len(rows)
    expected = sum(first[label] * second[label] for label in first) / len(rows) ** 2
    return 1.0 if expected == 1 else (seen - expected) / (1 - expected)


def table(heads, rows):
    print("| " + " | ".join(heads) + " |")
    print("|---" + "|---:" * (len(heads) - 1) + "|")
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row) + " |")
    print()


def figures(drafts, dropped, kept):
    """The tables of the data card."""
    sources = {name: [name] for name in drafts} | {"Chinese": DOMAINS}

    def agreement(rows):
        return len(rows), sum(row.label == row.second for row in rows), f"{kappa(rows):.3f}"

    def rows_of(lists, name):
        return [row for source in sources[name] for row in lists[source]]

    table(["", "written", "agreed", "kappa", "hard: written", "agreed", "kappa"],
          [[name, *agreement(rows_of(drafts, name)),
            *agreement([row for row in rows_of(drafts, name) if row.hard])] for name in sources])
    table(["left out", *REASONS],
          [[name, *(sum(dropped[source][reason] for source in sources[name])
                    for reason in REASONS)] for name in sources])
    table(["kept", "rows", "hard", "pairs", *SHARES],
          [[name, len(rows), sum(bool(row.hard) for row in rows),
            sum(bool(row.pair) for row in rows) // 2,
            *(sum(row.split == split for row in rows) for split in SHARES)]
           for name in sources for rows in [rows_of(kept, name)]])


def assemble(drafts_folder, blind_folder, output):
    drafts = {}
    for name in DOMAINS + ["english"]:
        file = drafts_folder / f"{name}.jsonl"
        drafts[name] = read_drafts(file, None if name == "english" else name)
        add_second_labels(drafts[name], blind_folder / f"{name}.jsonl")
    dropped = {name: Counter() for name in drafts}
    kept = {name: list(rows) for name, rows in drafts.items()}

    def drop(reason, chosen, languages=(DOMAINS, ["english"])):
        """Drops what `chosen` picks from the rows of a language, which are one list to it."""
        for names in languages:
            rows = chosen([row for name in names for row in kept[name]])
            for name in names:
                left = without(kept[name], [row for row in rows if row in kept[name]])
                dropped[name][reason] += len(kept[name]) - len(left)
                kept[name] = left

    drop("labels differ", lambda rows: [row for row in rows if row.second != row.label])
    drop("label word", lambda rows: [
        row for row in rows if any(word in row.text.lower() for word in LABEL_WORDS)])
    drop("near copy", near_copies)
    # Four letters of English wear nothing out.
    drop("worn opening", worn_openings, languages=[DOMAINS])

    chance = random.Random(SEED)
    give_aways = one_sided_grams([row for name in DOMAINS for row in kept[name]])
    for name, rows in kept.items():
        count, hard_count = ROWS, HARD_ROWS
        if name == "english":
            count = 2 * min(sum(row.label == label for row in rows) for label in LABELS)
            hard_count = sum(bool(row.hard) for row in rows)
            if count < MIN_ENGLISH_ROWS:
                raise Refusal(f"{count} balanced English rows are left, not {MIN_ENGLISH_ROWS}")
        kept[name] = choose(rows, count, hard_count, give_aways, chance)
        dropped[name]["not needed"] = len(rows) - count
        split(kept[name], chance)
    left = one_sided_grams([row for name in DOMAINS for row in kept[name]])
    if left:
        print(f"warning: these still give the label away: {sorted(left)}", file=sys.stderr)

    figures(drafts, dropped, kept)
    for file_name, names in (("reviews.zh.jsonl", DOMAINS), ("reviews.en.jsonl", ["english"])):
        with open(output / file_name, "w", encoding="utf-8", newline="\n") as file:
            for name in names:
                write(kept[name], name, file, chance)


def main(arguments):
    if len(arguments) not in (2, 3):
        raise Refusal("usage: assemble_reviews.py DRAFTS BLIND [OUTPUT]")
    data = Path(__file__).resolve().parents[2] / "Data"
    assemble(Path(arguments[0]), Path(arguments[1]), Path(arguments[2]) if arguments[2:] else data)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except (Refusal, OSError) as error:
        sys.exit(f"error: {error}")
