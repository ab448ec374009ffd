"""What PyTorch, transformers, peft and tokenizers need for what `bench` measures.

    python dev/bench/peer.py step --width 256 --batch 16 --length 128 [--compile] [--serve]
    python dev/bench/peer.py generate --width 256 --tokens 64 [--compile] [--serve]
    python dev/bench/peer.py tokenize Data/models/mini --corpus FILE [--serve]

The options are those of `bench`. With --serve it prints `ready` when it is warm, then for every
line on standard input runs once and prints {"ms": …}, and at the end of input prints what it did
and the most memory that it held.
"""

import argparse
import json
import statistics
import sys
import time


# Runs after the first and before those that count.
WARM_UP = {"step": 3, "generate": 2, "tokenize": 0}


def say(figures):
    print(json.dumps(figures), flush=True)


def peak_megabytes():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) * 1024 / 1e6


def timed(run):
    start = time.perf_counter()
    run()
    return 1000 * (time.perf_counter() - start)


def lengths(text):
    return [int(length) for length in text.split(",")]


def arguments():
    timing = argparse.ArgumentParser(add_help=False)
    timing.add_argument("--runs", type=int, default=5)
    timing.add_argument("--serve", action="store_true")
    shape = argparse.ArgumentParser(add_help=False)
    for name, default in [("layers", 4), ("width", 256), ("heads", 4), ("vocab", 4096)]:
        shape.add_argument(f"--{name}", type=int, default=default)
    shape.add_argument("--context", type=int)
    shape.add_argument("--compile", action="store_true")

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    kinds = parser.add_subparsers(dest="kind", required=True)
    step = kinds.add_parser("step", parents=[shape, timing])
    step.add_argument("--batch", type=int, default=16)
    step.add_argument("--length", type=int, default=128)
    step.add_argument("--ragged", type=lengths)
    step.add_argument("--labelled", type=float, default=1.0)
    step.add_argument("--lora", type=int)
    step.add_argument("--classes", type=int)
    generate = kinds.add_parser("generate", parents=[shape, timing])
    generate.add_argument("--prompt", type=int, default=16)
    generate.add_argument("--tokens", type=int, default=64)
    generate.add_argument("--dtype", default="float32")
    tokenize = kinds.add_parser("tokenize", parents=[timing])
    tokenize.add_argument("folder")
    tokenize.add_argument("--corpus", required=True)
    tokenize.add_argument("--ids")
    return parser.parse_args()


def main():
    options = arguments()
    if options.kind == "tokenize":
        from tokenizers_peer import tokenize as prepare
    else:
        import torch_peer

        prepare = getattr(torch_peer, options.kind)
    run, figures = prepare(options)
    # The first run compiles, and the second may still.
    first_ms = timed(run)
    for _ in range(WARM_UP[options.kind]):
        run()
    if options.serve:
        print("ready", flush=True)
        for _ in sys.stdin:
            say({"ms": timed(run)})
        times = {}
    else:
        milliseconds = [timed(run) for _ in range(options.runs)]
        times = {"median_ms": statistics.median(milliseconds), "min_ms": min(milliseconds)}
    # Counting and writing what was done may need memory that the work did not.
    peak = peak_megabytes()
    say(times | {"first_ms": first_ms, "peak_rss_mb": peak} | figures())


if __name__ == "__main__":
    main()
