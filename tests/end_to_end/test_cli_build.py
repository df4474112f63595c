"""newsledger build, status, verify and forget: what they print and how they end."""

import re
import shlex
import shutil

from assets.exit_codes import Exit


def test_a_build_says_what_it_read_found_and_made(town):
    (built,) = town.told
    assert "Published generation 1" in built.out
    assert "set aside" in built.out
    assert "2 files" in built.out
    assert "figures" in built.out
    assert (town.here / re.findall(r"warehouse +(.+)", built.out)[0]).is_file()
    assert re.findall(r"  newsledger (\w+)", built.out) == ["query", "trace", "report", "status"]
    assert built.err == ""

    again = town("build")
    assert again.code == Exit.DONE, again.err
    assert "Nothing new: generation 1 stands" in again.out


def test_what_a_build_suggests_can_be_run(town):
    (built,) = town.told
    suggested = re.findall(r"^  newsledger (.+)$", built.out, re.MULTILINE)
    for line in suggested:
        done = town(*shlex.split(line))
        assert done.code == Exit.DONE, done.err
        assert done.out.strip()


def test_status_tells_what_is_new(town, tmp_path):
    raw = shutil.copytree(town.raw, tmp_path / "raw")
    (raw / "later.txt").write_text("Nothing happened.\n", encoding="utf-8")
    told = town("status", "--raw", str(raw))
    assert told.code == Exit.DONE, told.err
    assert "Generation 1 is published" in told.out
    assert "later.txt" in told.out
    assert "succeeded" in told.out
    assert "fct_quote" in told.out


def test_verify_proves_and_tells_what_it_cannot(town, tmp_path):
    proved = town("verify")
    assert proved.code == Exit.DONE, proved.err
    assert "proved against the raw bytes" in proved.out
    raw = shutil.copytree(town.raw, tmp_path / "raw")
    harbour = raw / "harbour.txt"
    harbour.write_text(harbour.read_text(encoding="utf-8").replace("40 ships", "50 ships"))
    tampered = town("verify", "--raw", str(raw))
    assert tampered.code == Exit.NOT_PROVEN
    assert "harbour.txt: has changed" in tampered.out
    harbour.unlink()
    missing = town("verify", "--raw", str(raw))
    assert missing.code == Exit.NOT_PROVEN
    assert "harbour.txt: cannot be read" in missing.out


def test_verify_says_when_the_folder_is_another_one(town, tmp_path):
    elsewhere = town("verify", "--raw", str(tmp_path))
    assert elsewhere.code == Exit.NOT_PROVEN
    assert "none of the 2 files" in elsewhere.out
    assert "harbour.txt" in elsewhere.out
    assert "--raw" in elsewhere.out
    assert "build again" not in elsewhere.out
    assert town("verify", "--raw", str(tmp_path / "nothing")).code == Exit.NOT_PROVEN


def test_forget_asks_for_the_file_to_go_first(town, shell):
    shutil.copytree(town.here, shell.here, symlinks=True, dirs_exist_ok=True)
    path = shell.raw / "strange.txt"
    assert shell("report").code == Exit.DONE
    early = shell("forget", "strange.txt")
    assert early.code == Exit.USAGE
    assert "remove it there first" in re.sub(r"[\s│]+", " ", early.err)
    path.unlink()
    gone = shell("forget", "strange.txt")
    assert gone.code == Exit.DONE, gone.err
    assert "strange.txt is forgotten" in gone.out
    assert shell.rows("SELECT count(*) FROM dim_source") == [(1,)]
    held = b"".join(path.read_bytes() for path in shell.warehouse.rglob("*") if path.is_file())
    assert b"mayor" not in held
