/**
 * A random forest that tells, from what is known of a case at its diagnosis, whether it ends in recovery or death; and an
 * honest measure of it on later cases than it was trained on.
 */
package io.laguna.apps.covid.recovery;
