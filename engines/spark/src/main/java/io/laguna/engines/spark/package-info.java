/** The classes of Laguna that run inside Spark drivers, never inside Laguna's own process. */
package io.laguna.engines.spark;
