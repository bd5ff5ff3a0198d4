/** The name by which Spark's jobs on AWS know the data source of Redshift; its classes are elsewhere. */
package io.github.spark_redshift_community.spark.redshift;
