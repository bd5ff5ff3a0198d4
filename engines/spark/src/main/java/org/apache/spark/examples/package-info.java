/** Examples of Spark under the names that steps know them by. */
package org.apache.spark.examples;
