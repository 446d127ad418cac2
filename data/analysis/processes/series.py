"""The time-procedure chart: how time and cost add up from step to step."""

from __future__ import annotations

import pandas as pd

from data.analysis.processes.schedule import CASES, Steps, network, times, values


def time_procedure(steps: Steps) -> pd.DataFrame:
    """One row per step, in the order in which they typically end.

    Columns: position (from 1), step, area, actor, critical (typical case), hours; for each case start_<case>,
    finish_<case> (hours since the start, the cumulative time of the UNNExT chart) and cost_<case> (US dollars
    spent so far, taxes included).
    """
    net = network(steps)
    columns: dict[str, object] = {"step": list(net.ids)}
    columns["area"] = [steps[name].area for name in net.ids]
    columns["actor"] = [steps[name].actor for name in net.ids]
    for case in CASES:
        hours = values(steps, net.ids, "hours", case)
        found = times(net, hours)
        columns |= {f"start_{case}": found.start, f"finish_{case}": found.finish}
        spent = [values(steps, net.ids, field, case) for field in ("cost_usd", "tax_usd")]
        columns[f"cost_{case}"] = spent[0] + spent[1]
        if case == "typical":
            columns |= {"critical": found.critical, "hours": hours}
    table = pd.DataFrame(columns)
    table = table.sort_values(["finish_typical", "start_typical"], kind="stable", ignore_index=True)
    for case in CASES:
        table[f"cost_{case}"] = table[f"cost_{case}"].cumsum()
    table.insert(0, "position", range(1, len(table) + 1))
    return table
