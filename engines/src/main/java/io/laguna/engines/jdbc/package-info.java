/** Databases of users, reached by their drivers in a process of its own. */
package io.laguna.engines.jdbc;
