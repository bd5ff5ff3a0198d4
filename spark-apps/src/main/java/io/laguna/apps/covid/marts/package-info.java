/**
 * The marts: from the trusted zone to the refined one. The cases are read once, into
 * {@link io.laguna.apps.covid.marts.CaseCounts}; every mart is computed from these counts and is a
 * {@link io.laguna.apps.covid.marts.Mart} of its own, in the Dataset API or as SQL in a resource of the mart's name.
 */
package io.laguna.apps.covid.marts;
