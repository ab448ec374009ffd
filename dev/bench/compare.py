"""Runs our `bench` and its PyTorch peer by turns and prints how many times faster ours is.

    python dev/bench/compare.py [--pairs 5] [--only ragged] [--json FILE]

By turns, because a machine's speed drifts: each pair is measured within seconds, and the ratio
(their time / ours, or our tokens per second / theirs) is the median over the pairs' ratios.
"""

import argparse
import json
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OURS = [str(ROOT / ".build/release/bench")]
THEIRS = [sys.executable, str(ROOT / "dev/bench/peer.py")]

MINI = "--layers 4 --width 256 --heads 4 --vocab 4096"
GPT2 = "--layers 12 --width 768 --heads 12 --vocab 50257"
CASES = {
    "full": f"step {MINI} --batch 16 --length 128 --labelled 1.0 --runs 9",
    "answers": f"step {MINI} --batch 16 --length 128 --labelled 0.25 --runs 9",
    "ragged": f"step {MINI} --batch 16 --length 128 --labelled 0.25 --ragged 12,40,96 --runs 9",
    "lora": f"step {MINI} --batch 16 --length 128 --labelled 0.25 --lora 8 --runs 9",
    "gpt2": f"step {GPT2} --batch 4 --length 128 --labelled 1.0 --runs 3",
    "generate": f"generate {MINI} --tokens 64",
    "generate-gpt2": f"generate {GPT2} --tokens 32",
}


def measure(program, case):
    done = subprocess.run(
        program + case.split() + ["--json"],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    if done.returncode != 0:
        sys.exit(f"{' '.join(program)} {case}: exit {done.returncode}\n{done.stderr[-2000:]}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def compare(case, pairs):
    ours, theirs, ratios = [], [], []
    for pair in range(pairs):
        # Whoever runs second finds a warmer machine: change the order each time.
        if pair % 2 == 0:
            mine, other = measure(OURS, case), measure(THEIRS, case)
        else:
            other, mine = measure(THEIRS, case), measure(OURS, case)
        key = "median_ms" if "median_ms" in mine else "tokens_per_s"
        ours.append(mine)
        theirs.append(other)
        ratio = other[key] / mine[key]
        ratios.append(ratio if key == "median_ms" else 1 / ratio)

    def middle(runs, name):
        return statistics.median(run[name] for run in runs)

    return {
        "unit": "ms" if key == "median_ms" else "tokens/s",
        "ours": middle(ours, key),
        "theirs": middle(theirs, key),
        "ratio": statistics.median(ratios),
        "ratios": sorted(ratios),
        "ours_rss_mb": middle(ours, "rss_mb"),
        "theirs_rss_mb": middle(theirs, "rss_mb"),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--only", action="append", choices=list(CASES))
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()

    print("| case | unit | ours | PyTorch | ratio | lowest–highest | MB ours | MB PyTorch |")
    print("|---|---|---|---|---|---|---|---|")
    results = {}
    for name in options.only or CASES:
        r = results[name] = compare(CASES[name], options.pairs)
        print(
            f"| {name} | {r['unit']} | {r['ours']:.1f} | {r['theirs']:.1f} | {r['ratio']:.2f} "
            f"| {r['ratios'][0]:.2f}–{r['ratios'][-1]:.2f} "
            f"| {r['ours_rss_mb']:.0f} | {r['theirs_rss_mb']:.0f} |",
            flush=True,
        )
    if options.json:
        options.json.write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()
