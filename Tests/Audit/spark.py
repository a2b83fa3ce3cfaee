"""Pipes lines through a command in Spark, as batch and as stream: spark.py FOLDER COMMAND"""
import json
import shutil
import sys
import time

from pyspark.sql import SparkSession

folder, command = sys.argv[1:]
spark = (SparkSession.builder.master("local[2]").appName("audit").config("spark.ui.enabled", "false")
         .config("spark.ui.showConsoleProgress", "false").config("spark.sql.shuffle.partitions", "4").getOrCreate())
spark.sparkContext.setLogLevel("OFF")


def pipe(rdd, words):
    # checkCode: without it a command that fails is a result that is too short.
    return rdd.pipe(words, checkCode=True)


lines = spark.sparkContext.textFile(f"file://{folder}/lines", 8)
for attempt in ("first", "warm"):
    shutil.rmtree(f"{folder}/spark", ignore_errors=True)
    start = time.time()
    pipe(lines, command).saveAsTextFile(f"file://{folder}/spark")
    took = time.time() - start
    count = sum(1 for _ in open(f"{folder}/one", "rb"))
    print(f"{'Spark RDD.pipe, ' + attempt:28} {took:6.2f} s {count / took:9.0f} lines/s")

# Joined back by the identifier, each line meets its own result.
ids = lines.map(lambda line: (line.split("\t")[0], 1))
results = pipe(lines, command).map(lambda line: (json.loads(line)["id"], 1))
joined = ids.join(results).count()
assert joined == count, f"{joined} of {count} lines have a result"

# A run that breaks must break the job.
try:
    pipe(lines, command.replace("policy.json", "missing.json")).count()
except Exception:
    print("a broken run fails the job")
else:
    sys.exit("a broken run went unseen")

# The same as a stream, one batch.
stream = spark.readStream.text(f"file://{folder}/", pathGlobFilter="lines")
batches = []


def audit(batch, number):
    batches.append(number)
    start = time.time()
    pipe(batch.rdd.map(lambda row: row.value), command).saveAsTextFile(f"file://{folder}/stream.results")
    took = time.time() - start
    print(f"{'Spark, a batch of a stream':28} {took:6.2f} s {count / took:9.0f} lines/s")


query = (stream.writeStream.trigger(availableNow=True)
         .option("checkpointLocation", f"file://{folder}/stream").foreachBatch(audit).start())
query.awaitTermination()
assert batches == [0], f"batches {batches}"
spark.stop()
