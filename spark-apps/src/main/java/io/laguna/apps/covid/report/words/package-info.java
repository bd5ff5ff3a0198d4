/** The form of numbers, dates and names on the page. */
package io.laguna.apps.covid.report.words;
