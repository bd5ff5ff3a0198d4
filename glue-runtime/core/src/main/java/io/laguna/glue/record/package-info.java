/**
 * Records that describe themselves. A value's own class is its type, so two records of one frame may hold different types
 * in the same field: a Boolean, Byte, Short, Integer, Long, Float, Double, BigDecimal, String, byte[], java.sql.Date,
 * java.sql.Timestamp, java.time.LocalDateTime, a List of values, a {@link io.laguna.glue.record.Struct}, a Map from texts
 * to values, or null.
 */
package io.laguna.glue.record;
