"""The kit of searchable registers (laws, policies): search, facets with counts, chips, results, files.

A page describes its register once per process and draws it; all choices live in the URL (`q`, one key per
facet, `order`, `view`, `p` for the page of results, and one key that opens a record):

    @kept
    def policies() -> Register:
        rows = loaders.policies().assign(dataset="policy", ...)      # one row per record
        facets = (
            FacetView(Facet("country", "ref_area"), "register.facets.country", labels.area_name, place="bar"),
            FacetView(Facet("target", "target_groups"), "policies.facets.target",      # several, by ';'
                      lambda t, code: t.code_label("target_group", code), place="bar"),
            FacetView(Facet("years", "start_year", "years", until="end_year"), "policies.facets.years"),
            FacetView(Facet("verification", "verification"), "register.facets.verification",
                      lambda t, code: t.code_label("verification", code)),
        )
        return Register(
            name="policies", record="policy", key="policy_id", rows=rows,
            index=SearchIndex(rows, key="policy_id", fields=("name_en", "name_es", "agency"),
                              weights={"name_en": 8, "name_es": 8}),
            faceted=FacetedRows(rows, [view.facet for view in facets]), facets=facets,
            orders=(Order("country", "register.orders.country", ("country_{language}", "start_year")),
                    Order("newest", "register.orders.newest", ("start_year",), descending=("start_year",))),
            result=_result,    # (t, row) -> Result: title, facts, body in the reader's words
            table=_table,      # (t, rows) -> Table; the trust level is one of its columns
            title="policies.table_title", unit="policies.table_unit",
            quoted={"agency": "datasets.columns.agency"},   # indexed, but not shown on the card
        )

    def draw_policies(t: Language) -> None:
        register = policies()
        record = opened(register)
        if record:
            draw_back(t, register)
            _draw_policy(t, record)
        else:
            draw_register(t, register)

A page with sections that share one choice calls the parts itself: `choice = read_choice(register)`,
`found = find(register, choice, t.code)`, `draw_controls(t, register, choice, found)`, then uses
`rows_of(register, found)` (the rows found, in order) in any section and `draw_results(...)` in one.
A key that the page needs for something else must not be the key of a facet.
"""

from components.views.register.choice import RegisterChoice, choose, opened, read_choice
from components.views.register.definition import FacetView, Order, Register, Result, Row
from components.views.register.found import Found, find, rows_of
from components.views.register.page import draw_back, draw_controls, draw_register
from components.views.register.results import draw_results

__all__ = [
    "FacetView",
    "Found",
    "Order",
    "Register",
    "RegisterChoice",
    "Result",
    "Row",
    "choose",
    "draw_back",
    "draw_controls",
    "draw_register",
    "draw_results",
    "find",
    "opened",
    "read_choice",
    "rows_of",
]
