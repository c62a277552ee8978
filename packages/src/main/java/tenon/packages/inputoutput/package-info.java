/**
 * Reads input-output tables in the layouts of those who publish them:
 *
 * <pre>
 * flows     Z.csv, Y.csv, x.csv: flows, final demand and output with labels; pandas headers too
 * json      one object with Z, and Y or x or both, and sectors if they have names
 * long      year,from_region,from_sector,to_region,to_sector,kind,value
 * nbs       China, National Bureau of Statistics: 42 sectors by origin, or 153 with imports deducted
 * oecd      OECD input-output tables, 2021 edition: total uses, imports as a negative column
 * bea       United States: use and make table, joined by fixed product sales structure
 * wiod      World Input-Output Database 2013
 * eurostat  Eurostat's long layout of a symmetric table
 * pymrio    a folder with trade_flows_Z.txt, finald_demand_Y.txt and factor_input.txt
 * </pre>
 *
 * Every fault is told at once; a table whose rows do not add up to its output is told too.
 */
@NullMarked
package tenon.packages.inputoutput;

import org.jspecify.annotations.NullMarked;
