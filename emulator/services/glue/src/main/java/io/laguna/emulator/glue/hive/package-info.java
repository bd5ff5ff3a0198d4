/**
 * A client of the Hive Metastore: its Thrift types and its failures as Glue's. The client loads nothing of Hive's or
 * Hadoop's runtime.
 */
package io.laguna.emulator.glue.hive;
