"""`ler-wallet policy`: what a school has set for this computer, and whether a file would do so.

Lives here: words and objects. Does not live here: reading the file (`wallet.app.school_policy`).
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from wallet.app.school_lists import school_trouble
from wallet.app.school_policy import SchoolPolicy, load_policy, read_policy
from wallet.cli import console, exit_codes
from wallet.cli.render import plain, refusal


def run(*, path: str | None, as_json: bool) -> int:
    """Says what is set; a list of issuers that cannot be used makes the exit code 1."""
    policy = load_policy() if path is None else read_policy(Path(path))
    if policy is None:
        if as_json:
            console.result_object({"path": None})
        else:
            console.result("No school has set anything on this computer.")
        return exit_codes.DONE
    troubles = dict(school_trouble(policy))
    if as_json:
        console.result_object(
            {**_object(policy), "troubles": {name: str(why) for name, why in troubles.items()}}
        )
    else:
        for line in _lines(policy):
            console.result(line)
    for name, reason in troubles.items():
        console.say(f"{plain(name)}: {refusal(reason)}")
    return exit_codes.FAILED if troubles else exit_codes.DONE


def _object(policy: SchoolPolicy) -> Mapping[str, Any]:
    return {
        "path": str(policy.path),
        "school": policy.school,
        "network": policy.network,
        "proxy": None if policy.proxy is None else "http://{}:{}".format(*policy.proxy),
        "only_sites": None if policy.only_sites is None else list(policy.only_sites),
        "registries": list(policy.registries),
        "lists": [path.name for path in policy.lists],
        "guardian": policy.guardian,
    }


def _lines(policy: SchoolPolicy) -> list[str]:
    found = [f"Set by {plain(policy.school) or 'your school'}, in {plain(str(policy.path))}:"]
    if not policy.network:
        found.append("The network is not used.")
    if policy.proxy is not None:
        found.append("The network is reached through {}, port {}.".format(*policy.proxy))
    if policy.only_sites is not None:
        found.append(f"Only these websites may be asked: {', '.join(policy.only_sites) or 'none'}.")
    if policy.guardian:
        found.append("An adult has to agree to each share, unless the learner is 18 or older.")
    found += [f"Issuers are known from the list {plain(path.name)}." for path in policy.lists]
    found += [f"With the network, issuers are known from {plain(address)}." for address in policy.registries]
    return found
