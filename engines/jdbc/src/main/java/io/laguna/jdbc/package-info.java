/**
 * A program that logs in to a database and describes its tables. It runs in a process of its own, because drivers and their
 * addresses may run any code, and knows nothing of Laguna.
 */
package io.laguna.jdbc;
