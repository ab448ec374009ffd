"""Runs `bench` and its Python peers by turns and prints how many times faster ours is.

    python dev/bench/compare.py [--pairs 15] [--only NAME] [--json FILE]

All sides of a workload are started and warmed up, then each runs once, in an order that turns
round every time: a machine's speed drifts, and what is compared is measured within seconds. The
ratio is the median of the pairs' ratios, with an interval of 95 % from their order. A run in which
the sides did not do the same work fails. GPT2_TOKENIZER names a folder with GPT-2's vocabulary,
which is then timed as well.
"""

import argparse
import json
import math
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from cases import CASES, CORPUS, ROOT
from machine import machine, versions

BENCH = [str(ROOT / ".build/release/bench")]
PEER = [sys.executable, str(ROOT / "dev/bench/peer.py")]

# What both sides must agree on, where they say it.
WORK = ["tokens", "labelled", "parameters", "trainable", "bytes", "documents"]


def fail(what, help):
    sys.exit(f"error: {what}\nhelp: {help}")


class Side:
    """A program that waits, warm, for its turn."""

    def __init__(self, command, stack):
        self.command = shlex.join(command)
        self.errors = stack.enter_context(tempfile.TemporaryFile("w+"))
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors, text=True
        )
        stack.callback(self.process.kill)
        self.times = []
        self.read()

    def read(self):
        line = self.process.stdout.readline()
        if not line:
            self.errors.seek(0)
            fail(f"{self.command} ended\n{self.errors.read()[-2000:]}", "run it by hand")
        return line

    def turn(self, runs):
        # Threads of the side before may still spin for a moment.
        time.sleep(0.02)
        times = []
        for _ in range(runs):
            self.process.stdin.write("\n")
            self.process.stdin.flush()
            times.append(json.loads(self.read())["ms"])
        self.times.append(statistics.median(times))

    def finish(self):
        self.process.stdin.close()
        self.figures = json.loads(self.read())
        self.process.wait()


def interval(values):
    """The narrowest pair of order statistics that holds the median with 95 %; of fewer than six
    values none does, and these are the lowest and the highest."""
    n, rank, outside = len(values), 0, 0.5 ** len(values)
    while 2 * (outside + math.comb(n, rank + 1) * 0.5**n) <= 0.05:
        rank += 1
        outside += math.comb(n, rank) * 0.5**n
    return sorted(values)[rank], sorted(values)[n - 1 - rank]


def measure(case, pairs):
    """The sides of a workload by kind, ours first, after so many turns each."""
    arguments = {"ours": (BENCH, case.ours)}
    arguments |= {kind: (PEER, more) for kind, more in (case.peers | case.asides).items()}
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        sides = {}
        for kind, (program, more) in arguments.items():
            command = program + case.command.split() + more.split() + ["--serve"]
            if case.command.startswith("tokenize"):
                command += ["--ids", str(folder / kind)]
            sides[kind] = Side(command, stack)
        order = list(sides.values())
        for _ in range(pairs):
            for side in order:
                side.turn(case.runs)
            order.reverse()
        for side in sides.values():
            side.finish()
        check_work(sides)
        check_ids({path.name: path.read_bytes() for path in folder.iterdir()})
    return sides


def check_work(sides):
    ours = sides["ours"].figures
    for kind, side in sides.items():
        for name in WORK:
            if side.figures.get(name, ours.get(name)) != ours.get(name):
                fail(
                    f"{name}: ours has {ours.get(name)}, {kind} has {side.figures[name]}",
                    "both sides must do the same work, or their times mean nothing",
                )


def check_ids(ids):
    for kind, found in ids.items():
        if found != ids["ours"]:
            same = zip(memoryview(found).cast("i"), memoryview(ids["ours"]).cast("i"))
            place = next((i for i, (a, b) in enumerate(same) if a != b), "its end")
            fail(
                f"{kind} has other ids than ours, from place {place} on",
                "find the document with `tune tokenize`; a tokenizer that errs has no speed",
            )


def rows(name, case, sides):
    """A row for each goal of a workload, as `bench report` reads it."""
    ours = sides["ours"]
    if "decode" in name:
        unit, amount = "tokens/s", ours.figures["tokens"] * 1000
    elif "bytes" in ours.figures:
        unit, amount = "MB/s", ours.figures["bytes"] / 1000
    else:
        unit, amount = "ms", None

    def shown(side):
        ms = statistics.median(side.times)
        return amount / ms if amount else ms

    peers = {kind: sides[kind] for kind in case.peers}
    common = {"unit": unit, "ours": shown(ours), "eager": None, "compile": None}
    for kind, side in peers.items():
        ratios = [theirs / mine for theirs, mine in zip(side.times, ours.times)]
        low, high = interval(ratios)
        common[kind] = shown(side)
        common |= {f"ratio_{kind}": statistics.median(ratios)}
        common |= {f"low_{kind}": low, f"high_{kind}": high}
    for kind in case.asides:
        common[kind] = shown(sides[kind])
    best = min(peers, key=lambda kind: statistics.median(peers[kind].times))
    for number, (kind, goal) in enumerate(case.goals.items()):
        named = best if kind == "best" else kind
        compiled = peers.get("compile") if kind in ("best", "compile") else None
        yield {
            "case": name,
            "name": name if number == 0 else f"{name}-{kind}",
            **common,
            "peer": common[named],
            "peer_kind": named,
            "ratio": common[f"ratio_{named}"],
            "low": common[f"low_{named}"],
            "high": common[f"high_{named}"],
            "goal": goal,
            "compile_seconds": compiled and compiled.figures["first_ms"] / 1000,
            "ours_peak_mb": ours.figures["peak_rss_mb"],
            # The way that is slower may need less.
            "peer_peak_mb": min(
                side.figures["peak_rss_mb"]
                for peer, side in peers.items()
                if kind in ("best", peer)
            ),
            "memory_goal": case.memory_goal,
            "work": {side: sides[side].figures for side in sides},
        }


def kept(file, now, names):
    """The rows of other workloads in a file that the same machine and programs have written."""
    if not file or not file.exists():
        return []
    before = json.loads(file.read_text())
    same = ["cores", "processor", "kernel", "openblas_core"]
    if before["versions"] != now["versions"] or before["pairs"] != now["pairs"]:
        fail(f"{file} was measured with other versions or pairs", "measure all workloads")
    if any(before["machine"][name] != now["machine"][name] for name in same):
        fail(f"{file} was measured on another machine", "measure all workloads")
    return [row for row in before["workloads"] if row["case"] not in names]


def line(row):
    def number(value):
        return "–" if value is None else f"{value:.1f}"

    goal = "" if row["goal"] is None else f" (goal {row['goal']:.1f})"
    return (
        f"| {row['name']} | {row['unit']} | {number(row['ours'])} | {number(row['peer'])} "
        f"{row['peer_kind']} | {row['ratio']:.2f}{goal} | {row['low']:.2f}–{row['high']:.2f} "
        f"| {row['ours_peak_mb']:.0f} | {row['peer_peak_mb']:.0f} |"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=int, default=15, help="turns of each side (15)")
    parser.add_argument("--only", action="append", choices=list(CASES), metavar="NAME")
    parser.add_argument(
        "--json",
        type=Path,
        help="write all figures to this file; with --only, anew those of it alone",
    )
    options = parser.parse_args()
    if options.pairs < 1:
        parser.error("--pairs must be positive")
    if not Path(BENCH[0]).exists():
        fail(f"{BENCH[0]} is missing", "swift build -c release --product bench")

    result = {"machine": machine(), "versions": versions(), "pairs": options.pairs}
    names = options.only or list(CASES)
    result["workloads"] = kept(options.json, result, names) if options.only else []
    if any(name.startswith("tokenize") for name in names):
        subprocess.run(BENCH + ["corpus", "--output", str(CORPUS)], check=True)
    print("| workload | unit | ours | peer | ratio | 95 % | MB ours | MB peer |")
    print("|---|---|---|---|---|---|---|---|")
    for name in names:
        for row in rows(name, CASES[name], measure(CASES[name], options.pairs)):
            result["workloads"].append(row)
            print(line(row), flush=True)
    result["workloads"].sort(key=lambda row: list(CASES).index(row["case"]))
    if options.json:
        options.json.parent.mkdir(parents=True, exist_ok=True)
        options.json.write_text(json.dumps(result, indent=1) + "\n")


if __name__ == "__main__":
    main()
