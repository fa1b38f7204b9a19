"""The tasks of this edition: `invoke --list` shows them."""

from invoke import Collection

from variorum import tasks

namespace = Collection(
    tasks.check,
    tasks.explain,
    tasks.build,
    tasks.html,
    tasks.watch,
    tasks.text,
    tasks.pdf,
    tasks.latex,
    tasks.schema,
    tasks.package,
    tasks.verify,
    tasks.import_,
    tasks.format_,
    tasks.test,
    tasks.bench,
)
