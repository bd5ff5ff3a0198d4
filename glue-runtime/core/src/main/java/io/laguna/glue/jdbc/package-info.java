/** Databases by JDBC: how they are reached, how their rows are read in parts, and how rows are written to them. */
package io.laguna.glue.jdbc;
