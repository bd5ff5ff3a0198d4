/**
 * The cleaning: from case files as published, under five headers and with all their dirt, to one clean row per case.
 */
package io.laguna.apps.covid.cases;
