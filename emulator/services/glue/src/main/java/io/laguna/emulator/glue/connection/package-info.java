/**
 * Connections of Glue: how databases, queues and networks are reached. Their properties are sealed in the state, and a test
 * of one logs in by its driver in a process of its own.
 */
package io.laguna.emulator.glue.connection;
