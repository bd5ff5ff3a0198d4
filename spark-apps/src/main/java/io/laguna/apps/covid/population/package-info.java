/** What the cases are held against: departments, municipalities, population and hospital beds, kept in MySQL. */
package io.laguna.apps.covid.population;
