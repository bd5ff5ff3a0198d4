/** The drivers of Spark jobs and other programs: their command lines, their JVMs, their turns and how they end. */
package io.laguna.engines.driver;
