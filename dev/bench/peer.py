"""What PyTorch with transformers needs for what `bench` measures, with the same options.

    python dev/bench/peer.py step --layers 4 --width 256 --heads 4 --vocab 4096 \
        --batch 16 --length 128 --labelled 1.0 [--ragged 12,40,96] [--lora 8] --runs 9 --json
    python dev/bench/peer.py generate --layers 4 --width 256 --heads 4 --vocab 4096 \
        --prompt 16 --tokens 64 --json

A step is zero_grad, forward, loss, backward, clip at 1.0, AdamW as torch picks it by default
(foreach), in float32, with dropout 0, on two threads. With --ragged the rows' lengths go round
that list, and the batch is padded to its longest row, as transformers' collators do; `tokens`
counts real tokens, as `bench` does. Two steps warm up and are not counted, nor are four tokens
before a generation.
"""

import argparse
import itertools
import json
import resource
import statistics
import time

import torch
from transformers import GPT2Config, GPT2LMHeadModel, logging

WARM_UP = 2


def model_of(options):
    config = GPT2Config(
        n_layer=options.layers,
        n_embd=options.width,
        n_head=options.heads,
        vocab_size=options.vocab,
        n_positions=options.positions,
        resid_pdrop=0.0,
        embd_pdrop=0.0,
        attn_pdrop=0.0,
        bos_token_id=options.vocab - 1,
        eos_token_id=options.vocab - 1,
    )
    torch.manual_seed(1)
    return GPT2LMHeadModel(config).float()


def batch_of(options):
    """Padded ids, their mask (None where no row is shorter) and labels."""
    lengths = [options.length] * options.batch
    if options.ragged:
        lengths = list(itertools.islice(itertools.cycle(options.ragged), options.batch))
    draw = torch.Generator().manual_seed(2)
    shape = (len(lengths), max(lengths))
    ids = torch.randint(0, options.vocab, shape, generator=draw)
    mask = (torch.arange(shape[1])[None] < torch.tensor(lengths)[:, None]).long()
    unlabelled = torch.rand(shape, generator=draw) >= options.labelled
    labels = ids.masked_fill((mask == 0) | unlabelled, -100)
    return ids, mask if options.ragged else None, labels, sum(lengths)


def step(options):
    options.positions = max(options.ragged or [options.length])
    model = model_of(options).train()
    if options.lora:
        from peft import LoraConfig, get_peft_model

        adapter = LoraConfig(
            r=options.lora,
            lora_alpha=2 * options.lora,
            target_modules=["c_attn"],
            fan_in_fan_out=True,
        )
        model = get_peft_model(model, adapter)
    parameters = [p for p in model.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(parameters, lr=1e-4, weight_decay=0.01, fused=False)
    run = torch.compile(model) if options.compile else model
    ids, mask, labels, tokens = batch_of(options)

    times = []
    for _ in range(WARM_UP + options.runs):
        start = time.perf_counter()
        optimiser.zero_grad()
        run(input_ids=ids, attention_mask=mask, labels=labels, use_cache=False).loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimiser.step()
        times.append(1000 * (time.perf_counter() - start))
    times = times[WARM_UP:]
    return {"median_ms": statistics.median(times), "min_ms": min(times), "tokens": tokens}


def generate(options):
    options.positions = options.prompt + options.tokens
    model = model_of(options).eval()
    draw = torch.Generator().manual_seed(2)
    ids = torch.randint(0, options.vocab, (1, options.prompt), generator=draw)

    def decode(count):
        out = model.generate(
            ids,
            attention_mask=torch.ones_like(ids),
            do_sample=False,
            min_new_tokens=count,
            max_new_tokens=count,
            pad_token_id=0,
        )
        assert out.shape[1] == options.prompt + count

    decode(4)
    start = time.perf_counter()
    decode(options.tokens)
    return {"tokens_per_s": options.tokens / (time.perf_counter() - start)}


def resident_megabytes():
    pages = int(open("/proc/self/statm").read().split()[1])
    return pages * resource.getpagesize() / 1e6


def lengths(text):
    return [int(n) for n in text.split(",")]


def main():
    shape = argparse.ArgumentParser(add_help=False)
    for name, default in [("layers", 4), ("width", 256), ("heads", 4), ("vocab", 4096)]:
        shape.add_argument(f"--{name}", type=int, default=default)
    shape.add_argument("--threads", type=int, default=2)
    shape.add_argument("--json", action="store_true")
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    kinds = parser.add_subparsers(dest="kind", required=True)
    training = kinds.add_parser("step", parents=[shape])
    training.add_argument("--batch", type=int, default=16)
    training.add_argument("--length", type=int, default=128)
    training.add_argument("--labelled", type=float, default=1.0)
    training.add_argument("--runs", type=int, default=9)
    training.add_argument("--ragged", type=lengths)
    training.add_argument("--lora", type=int)
    training.add_argument("--compile", action="store_true")
    generation = kinds.add_parser("generate", parents=[shape])
    generation.add_argument("--prompt", type=int, default=16)
    generation.add_argument("--tokens", type=int, default=64)
    options = parser.parse_args()

    logging.set_verbosity_error()
    torch.set_num_threads(options.threads)
    result = step(options) if options.kind == "step" else generate(options)
    result["rss_mb"] = resident_megabytes()
    if options.json:
        print(json.dumps(result))
    else:
        print("\n".join(f"{name:14} {value:10.1f}" for name, value in result.items()))


if __name__ == "__main__":
    main()
