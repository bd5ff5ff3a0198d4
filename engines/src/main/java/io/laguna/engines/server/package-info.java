/** The servers of a lake: PostgreSQL, the Hive Metastore, MariaDB, Trino and the clusters of Redshift, each ready when it answers, and those that run elsewhere. */
package io.laguna.engines.server;
