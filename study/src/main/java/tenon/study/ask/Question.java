package tenon.study.ask;

/**
 * A number with what it is worth to know it.
 *
 * @param candidate the number
 * @param value expected value of knowing it before choosing which sites to protect, money a year
 * @param swing greatest less least expected loss of all sites over the states, money a year
 */
record Question(Candidate candidate, double value, double swing) {}
