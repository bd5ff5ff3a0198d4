/** The start of jobs that are in Scala. */
package io.laguna.glue.launch;
