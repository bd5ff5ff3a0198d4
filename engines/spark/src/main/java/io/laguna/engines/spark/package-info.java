/** What of Laguna runs inside Spark drivers, never inside Laguna's own process. */
package io.laguna.engines.spark;
