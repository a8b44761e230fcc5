import contextlib
import json
import os
import re
import tempfile
import unittest
from pathlib import Path

README = Path(__file__).resolve().parent.parent / "README.md"


class ReadmeTests(unittest.TestCase):
    def test_the_example_writes_the_model_that_it_names(self):
        program = re.search("```python\n(.*?)```", README.read_text("utf-8"), re.DOTALL).group(1)
        before = os.getcwd()
        with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
            os.chdir(folder)
            stack.callback(os.chdir, before)
            exec(compile(program, "README.md", "exec"), {})
            model = json.loads(Path("kws.ghost.json").read_text("utf-8"))
        self.assertEqual([layer["name"] for layer in model["layers"]], ["rnn", "fc"])
        self.assertEqual(model["layers"][1]["activation"], "softmax")


if __name__ == "__main__":
    unittest.main()
