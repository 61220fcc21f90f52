"""Of each release only what is needed there is taken."""

import io
import json
import tarfile
import zipfile

from os2governance.lite.packages import unpack_interpreter, unpack_package
from os2governance.lite.pins import Pin


def make_pin(name, file):
    return Pin(name=name, version="1", url=f"https://x.org/{file}", sha256="0" * 64, license="MIT")


def make_wheel(**files):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def make_tar(files):
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w:gz") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return held.getvalue()


def test_of_a_wheel_tests_types_and_other_locales_stay_behind():
    wheel = make_wheel(
        **{
            "babel/core.py": "x",
            "babel/core.pyi": "x",
            "babel/tests/test_core.py": "x",
            "babel/messages/extract.py": "x",
            "babel/locale-data/root.dat": "x",
            "babel/locale-data/da.dat": "x",
            "babel/locale-data/da_GL.dat": "x",
            "babel/locale-data/fo.dat": "x",
            "babel-1.dist-info/METADATA": "Name: babel\nVersion: 1\n\nA long description.",
            "babel-1.dist-info/licenses/LICENSE": "x",
        }
    )

    found = unpack_package(make_pin("babel", "babel-1-py3-none-any.whl"), wheel, {"da", "en"})

    assert set(found) == {
        "babel/core.py",
        "babel/locale-data/root.dat",
        "babel/locale-data/da.dat",
        "babel-1.dist-info/METADATA",
    }
    assert found["babel-1.dist-info/METADATA"] == b"Name: babel\nVersion: 1\n"


def test_of_a_release_of_source_the_package_is_taken_without_its_part_in_c():
    source = make_tar(
        {
            "pyyaml-1/setup.py": b"x",
            "pyyaml-1/lib/yaml/__init__.py": b"y",
            "pyyaml-1/yaml/_yaml.pyx": b"x",
            "pyyaml-1/tests/test_all.py": b"x",
        }
    )

    found = unpack_package(make_pin("pyyaml", "pyyaml-1.tar.gz"), source, {"da"})

    assert found == {"yaml/__init__.py": b"y"}


def test_the_interpreter_brings_its_library_without_what_nobody_asks_for():
    library = make_wheel(
        **{
            "os.py": "x",
            "pdb.py": "x",
            "unittest/mock.py": "x",
            "encodings/utf_8.py": "x",
            "encodings/big5.py": "x",
        }
    )
    lock = json.dumps({"info": {"python": "3.14.2"}, "packages": {"numpy": {}}}).encode()
    package = make_tar(
        {
            "package/pyodide.mjs": b"m",
            "package/pyodide.asm.wasm": b"w",
            "package/console.html": b"x",
            "package/python_stdlib.zip": library,
            "package/pyodide-lock.json": lock,
        }
    )

    found = unpack_interpreter(package)

    assert set(found) == {
        "pyodide.mjs",
        "pyodide.asm.wasm",
        "python_stdlib.zip",
        "pyodide-lock.json",
    }
    assert json.loads(found["pyodide-lock.json"]) == {
        "info": {"python": "3.14.2"},
        "packages": {},
    }
    with zipfile.ZipFile(io.BytesIO(found["python_stdlib.zip"])) as archive:
        assert archive.namelist() == ["encodings/utf_8.py", "os.py"]
