/** SQL scripts on the lake's catalog. */
package io.laguna.apps.sql;
