/** Words of the trade that the operator of the demo taught the matching, as the file that was read in. */
export const GLOSSARY_CSV = `nl,en,synonyms,broader
perskoek,pressed pellet,nl:voerkorrel|en:feed pellet,animal feed
kuilvoer,silage,,animal feed
wisselverwarming,switch heating,en:point heating,railway switch
spoorstaaf,rail,nl:rails,railway
bermsloot,roadside ditch,,drainage
kunstwerk,civil structure,nl:viaduct|en:flyover,infrastructure
mof,coupling sleeve,nl:koppelmof,pipe fitting
keerklep,check valve,nl:terugslagklep|en:non-return valve,valve
aardappelmeel,potato starch,nl:aardappelzetmeel,starch
sorteerband,sorting belt,en:grading conveyor,conveyor
`;
