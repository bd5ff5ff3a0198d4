/** Types of values, the schema of many records, Spark's types on the other side, and casts from one type to another. */
package io.laguna.glue.schema;
