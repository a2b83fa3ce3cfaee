/* A Kafka broker for tests, the one that librdkafka has for its own: `broker PARTITIONS TOPIC...` prints where it listens and
   lives until its standard input ends. It keeps at most 5 MB of each partition, in memory, and nothing on disk. */
#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafka_mock.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
  char error[512];
  rd_kafka_t *client = rd_kafka_new(RD_KAFKA_PRODUCER, rd_kafka_conf_new(), error, sizeof error);
  if (argc < 3 || client == NULL) {
    fprintf(stderr, "broker: %s\n", argc < 3 ? "usage: broker PARTITIONS TOPIC..." : error);
    return 1;
  }
  rd_kafka_mock_cluster_t *cluster = rd_kafka_mock_cluster_new(client, 1);
  for (int index = 2; index < argc; index++) rd_kafka_mock_topic_create(cluster, argv[index], atoi(argv[1]), 1);
  puts(rd_kafka_mock_cluster_bootstraps(cluster));
  fflush(stdout);
  while (getchar() != EOF) {}
  rd_kafka_mock_cluster_destroy(cluster);
  rd_kafka_destroy(client);
  return 0;
}
