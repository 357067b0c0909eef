"""One more kind of import contract: only these may import that, whether or not either exists yet."""

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class OnlyContract(Contract):
    """Names modules (ours or of others) and the only ones that import them directly.

    The contracts that come with import-linter refuse a name that is not in the graph.
    This one keeps a rule for a ring that is still to come.
    """

    type_name = "only"

    importers = fields.ListField(subfield=fields.StringField())
    modules = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002 - the linter's own signature
        broken = [
            (importer, module)
            for module in sorted(within(graph, self.modules))
            for importer in sorted(graph.find_modules_that_directly_import(module))
            if not is_within(importer, self.importers) and not is_within(importer, self.modules)
        ]
        return ContractCheck(kept=not broken, metadata={"broken": broken})

    def render_broken_contract(self, check: ContractCheck) -> None:
        for importer, module in check.metadata["broken"]:
            output.print_error(f"{importer} is not allowed to import {module}")


def is_within(name: str, packages: list[str]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def within(graph: ImportGraph, packages: list[str]) -> list[str]:
    return [name for name in graph.modules if is_within(name, packages)]
