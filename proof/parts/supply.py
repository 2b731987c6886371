"""What is installed beside the package, and whether a build can be repeated."""

from __future__ import annotations

import json
from collections import Counter
from typing import Final

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from proof.part import Outcome, Part, Table, Text, Tried
from tools import build_twice, locks, make_supply


def run() -> Outcome:
    """Hold locks, licences and lists of parts to one another; build twice."""
    read = {name: locks.read(name) for name in sorted(set(locks.LOCK_OF.values()))}
    pins = {(pin.name, pin.version): pin for lock in read.values() for pin in lock.pins}
    table = make_supply.licences()
    validator = JsonStrictValidator(SchemaVersion.V1_6)
    failed = [f"{name}: no licence" for name, _ in sorted(pins) if name not in table]
    failed += [
        f"{row.package}: {row.licence} is not allowed"
        for row in table.values()
        if not make_supply.allowed(row.licence)
    ]
    failed += [f"{name}: not what the locks give" for name in make_supply.out_of_step()]
    failed += [
        f"{extra or 'run'}: {wrong}"
        for extra in locks.LOCK_OF
        if (wrong := validator.validate_str(json.dumps(make_supply.bill(extra)))) is not None
    ]
    failed += [
        f"{extra or 'run'}: {requirement} is not locked"
        for extra, lock in locks.LOCK_OF.items()
        for requirement in locks.asked(extra)
        if not any(
            requirement.specifier.contains(pin.version, prereleases=True)
            for pin in read[lock].named(locks.canonical(requirement.name))
        )
    ]
    builds = build_twice.both()
    licences = Counter(row.licence for row in table.values())
    return Outcome(
        tried=(
            Tried(Text("закреплённых выпусков", "releases locked"), len(pins)),
            Tried(
                Text("хешей файлов", "hashes of files"), sum(len(p.hashes) for p in pins.values())
            ),
            Tried(Text("списков состава", "lists of parts"), len(locks.LOCK_OF)),
            Tried(Text("сборок", "builds"), 2 * len(builds.digests) + 1),
        ),
        tables=(
            Table(
                Text("Лицензии", "Licences"),
                (Text("Лицензия", "Licence"), Text("Пакетов", "Packages")),
                tuple(sorted(licences.items())),
            ),
        ),
        failed=(*failed, *builds.wrong),
    )


PART: Final = Part(
    name="supply",
    title=Text("Поставка", "Supply"),
    method=Text(
        "Всё, что ставится, закреплено выпуском и SHA-256 каждого файла, и замки отвечают тому, "
        "что просит каждая часть установки. У каждого пакета есть лицензия из дозволенных. Списки "
        "состава (CycloneDX 1.6) выводятся из замков и проходят схему. Пакет и архив исходников "
        "собраны дважды — в разных папках, с разными umask, поясом, языком, зерном хешей и "
        "возрастом файлов — и ещё раз из архива, в котором есть всё: байты те же.",
        "Everything installed is locked by release and by the SHA-256 of each file, and the locks "
        "answer to what each extra asks for. Every package has a licence among those allowed. The "
        "lists of parts (CycloneDX 1.6) are drawn from the locks and valid. The wheel and the "
        "sdist are built twice, under other folders, umasks, zones, languages, seeds of hashes and "
        "ages of files, and the wheel once more from the sdist, which holds all there is: the "
        "bytes are the same.",
    ),
    covers=(
        "src/slarules/**/*",
        "pyproject.toml",
        "locks/*.txt",
        "docs/supply/*",
        "tools/locks.py",
        "tools/make_supply.py",
        "tools/build_twice.py",
    ),
    run=run,
)
