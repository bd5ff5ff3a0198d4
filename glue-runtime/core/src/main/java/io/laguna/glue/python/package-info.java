/** Records on their way to the workers of PySpark, where functions of the user's run, and back. */
package io.laguna.glue.python;
