/**
 * Reads bilateral trade by product of the Harmonized System: the layout of CEPII's BACI ({@code
 * t,i,j,k,v,q}: year, exporter, importer, product, thousand US dollars, tonnes; G. Gaulier and S.
 * Zignago, "BACI: International Trade Database at the Product-Level", CEPII working paper 2010-23)
 * and that of the Chinese customs' query service. Files are streamed: only sums are held.
 */
@NullMarked
package tenon.packages.trade;

import org.jspecify.annotations.NullMarked;
