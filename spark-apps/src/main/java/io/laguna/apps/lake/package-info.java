/** What every job shares: its arguments, its Spark session, how it publishes a table and how it reports what it did. */
package io.laguna.apps.lake;
