"""Output of bench/serve as a Markdown table."""

import re


def of(text):
    """A section for each row: its title, then what each server did, with the ratio of ours to it."""
    out = []
    for section in text.split("\n## ")[1:]:
        title, *lines = section.splitlines()
        out += ["", f"**{title}**", ""]
        loaded = [line for line in lines if re.match(r"  median \(worst", line)]
        out += figures(lines) if loaded else plain(lines)
    return "\n".join(out) + "\n"


def figures(lines):
    head = ["server", "req/s", "ours/it", "CPU µs/req", "ours/it", "p99 ms", "ours/it", "max ms", "RSS MiB"]
    yield "| " + " | ".join(head) + " |"
    yield "|---" * len(head) + "|"
    ratios = {}
    for line in lines:
        found = re.match(r"  .+?/([a-z0-9 ]+): (.*)", line)
        if found:
            ratios[found.group(1)] = re.findall(r"([\d.]+) \(([\d.]+)-([\d.]+)\)", found.group(2))
    for line in lines:
        found = re.match(r"  (\S.{18,}?)\s+((?:[\d.nan]+ \( *[\d.nan]+\) +){5})(\d+)", line)
        if not found:
            continue
        name = found.group(1).strip()
        cells = re.findall(r"([\d.nan]+) \( *([\d.nan]+)\)", found.group(2))
        rate, cpu, _, p99, worst = (f"{middle} ({bad})" for middle, bad in cells)
        mine = ratios.get(name, [("", "", "")] * 5)
        by = [f"{middle} ({low}-{high})" if middle else "" for middle, low, high in mine]
        yield f"| {name} | {rate} | {by[0]} | {cpu} | {by[1]} | {p99} | {by[3]} | {worst} | {found.group(3)} |"
    for line in lines:
        if "missing here" in line:
            yield f"\n{line.strip()}"


def plain(lines):
    for line in lines:
        if line.strip():
            yield f"- {line.strip()}"
