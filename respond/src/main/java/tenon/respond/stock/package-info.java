/**
 * Where stock should stand, and how much of it.
 *
 * <p>Guaranteed service (Graves and Willems 2000, Manufacturing and Service Operations Management
 * 2(1)): stage i promises its customers the service time S<sub>i</sub>, is promised SI<sub>i</sub>
 * = max S of its suppliers, and holds stock for the net replenishment time x<sub>i</sub> = SI<sub>i
 * </sub> + T<sub>i</sub> - S<sub>i</sub> &ge; 0, at the cost c<sub>i</sub> &radic;x<sub>i</sub>.
 *
 * <p>Given the times t<sub>j</sub> that stages are willing to be promised, every supplier should
 * promise the most it may, S<sub>k</sub> = min(min t<sub>j</sub> over its customers, SI<sub>k</sub>
 * + T<sub>k</sub>): its own stock falls and no customer waits longer. So only t is searched, by
 * branch and bound with lower bounds from message passing ({@link tenon.respond.stock.Relaxation}).
 *
 * <p>Single stages: safety stock and base stock, also where supply fails ({@link
 * tenon.respond.stock.SafetyStock}), the newsvendor, lots (R, Q) and periodic review (s, S).
 */
@NullMarked
package tenon.respond.stock;

import org.jspecify.annotations.NullMarked;
