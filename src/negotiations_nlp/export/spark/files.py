"""Files where Spark has them: on this machine, on HDFS, in an object store. All through Hadoop's own file systems."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from negotiations_nlp.errors import NegotiationsError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

__all__ = ["Files"]


class Files:
    """The folder of a job's output. Names are relative to it."""

    def __init__(self, spark: SparkSession, folder: str) -> None:
        """Open a folder, which need not be there yet: a path, or the address of one, of any of Spark's file systems."""
        jvm: Any = spark.sparkContext._jvm  # Spark has no public door to its file systems
        self._new_path = jvm.org.apache.hadoop.fs.Path
        self._root = self._new_path(folder)
        self._system: Any = self._root.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration())
        self._read_stream = jvm.org.apache.commons.io.IOUtils.toString

    def path(self, name: str) -> str:
        """The full path of a file or folder."""
        return str(self._path(name).toString())

    def exists(self, name: str) -> bool:
        """Is there a file or folder of that name?"""
        return bool(self._system.exists(self._path(name)))

    def is_empty(self) -> bool:
        """Is there no folder yet, or nothing in it?"""
        return not self._system.exists(self._root) or len(self._system.listStatus(self._root)) == 0

    def read(self, name: str) -> str:
        """The text of a file."""
        stream = self._system.open(self._path(name))
        try:
            return str(self._read_stream(stream, "UTF-8"))
        finally:
            stream.close()

    def write(self, name: str, text: str) -> None:
        """Write a small text file, with its folders, so that it is there whole or not at all."""
        stream = self._system.create(self._path(f"{name}.part"), True)
        try:
            stream.write(bytearray(text, "utf-8"))
        finally:
            stream.close()
        self.move(f"{name}.part", name)

    def move(self, old: str, new: str) -> None:
        """Rename a file or folder: in one step on file systems that have one, such as local disks and HDFS."""
        if not self._system.rename(self._path(old), self._path(new)):
            msg = f"cannot rename {self.path(old)} to {self.path(new)}; is the second one there already?"
            raise NegotiationsError(msg)

    def delete(self, name: str) -> None:
        """Delete a file, or a folder with all in it; nothing happens when there is none."""
        self._system.delete(self._path(name), True)

    def _path(self, name: str) -> Any:
        return self._new_path(self._root, name) if name else self._root
