/** The reference data of the cases: departments, municipalities, population and hospital beds, kept in MySQL. */
package io.laguna.apps.covid.population;
