"""First names that are mostly a man's or mostly a woman's, and some that are either's. A list only."""

from __future__ import annotations

from presscheck.text.titles import word_set

HE = word_set(
    """
    aaron abdul abdullah abe abraham adam adrian ahmad ahmed al alan albert alberto alejandro alexander
    alexei alfred alfredo ali allan allen alvin amit amos anatoly anderson andre andrei andres andrew
    andriy andy angus anthony antonio antony anwar arnold arthur asa ashish austin axel barack barney
    barry bart bashar ben benito benjamin bernard bernie bert bill billy bjorn bob bobby boris brad
    bradley brandon brendan brent brett brian bruce bruno bryan byron caleb calvin carl carlos cecil
    cedric cesar chad charles charlie chester chip chuck clarence clark claude clay clayton cliff
    clifford clint clinton clyde cody colin conor conrad corey cornelius cory craig curt curtis cyril
    dale damon dan daniel danny darrell darren darryl darwin dave david davis dean dennis denis derek
    derrick desmond devin dewayne dick diego dimitri dmitri dmitry dmytro dominic dominick don donald
    doug douglas duncan dustin dwayne dwight earl ed eddie edgar edmund eduardo edward edwin eli elias
    elijah elliot elliott elmer emmanuel enrique eric erik ernest ernesto ethan eugene evan everett
    felipe felix fernando floyd francisco francois frank franklin fred freddie frederick fritz gabriel
    garrett garry gary gavin gene geoff geoffrey george gerald gerard gerhard gideon gilbert giuseppe
    glen glenn gordon graham grant greg gregg gregory guillermo gus gustavo guy hakeem hank hans harold
    harry harvey hasan hassan hector helmut henri henry herb herbert herman hillel hiroshi horst howard
    hubert hugh hugo hussein ian ibrahim igor imran ira irving isaac ismail israel ivan jack jacob
    jacques jaime jair jake jamal james jared jarrod jason javier jay jeb jed jeff jefferson jeffrey
    jens jeremiah jeremy jerome jerry jesse jesus jim jimmy joao joe joel joey johan john johnny jon
    jonah jonathan jonas jorge jose josef joseph josh joshua josiah juan juergen jules julian julio
    julius jurgen justin kaleb karl keith ken kenneth kenny kent kevin khalid kirk klaus konstantin kurt
    kyle lamar larry lars laurence lawrence lee len leo leon leonard leonardo leonid leopoldo leroy les
    lester lev levi lewis liam lincoln linus lionel lloyd logan lorenzo lou louis lucas luigi luis luke
    luther mahmoud malcolm manuel marc marcel marco marcos marcus mario mark markus marlon marshall
    martin marty marvin mateo mathew matt matteo matthew maurice max maxwell mehdi mehmet mel melvin
    merrick micah michael michel miguel mikael mike mikhail miles milo milton mitch mitchell mitt
    mohamed mohammad mohammed morgan morris moshe muhammad murray mustafa nasser nate nathan nathaniel
    ned neil nelson newt nicholas nick nicolas nigel nikita nikolai noah noam noel norman oleg oliver
    omar orrin oscar osama otto owen pablo paolo patrick paul pavel pedro perry pete peter petro phil
    philip philippe phillip pierre preston rafael ralph ramon ramzan rand randall randy raphael rashid
    raul ray raymond recep reed reggie reid reince reinhold rex ricardo richard rick ricky rishi rob
    robert roberto rod roderick rodney rodrigo roger roland rolf roman ron ronald ronnie ross roy ruben
    rudolph rudy rupert russ russell ryan salman salvador sam sammy samuel sanjay santiago saul scott
    sean sebastian sergei sergey sergio seth seymour shane shaun shawn sheldon sherrod shimon sidney
    silas simon solomon spencer stan stanislav stanley stefan stephan stephen steve steven stewart
    stuart sundar sven tariq ted terrence terry thaddeus theodore thom thomas thurgood tim timothy
    tobias toby todd tom tomas tommy tony travis trent trevor trey tristan troy tucker tyler tyrone
    ulrich uri van vernon viatcheslav victor viktor vince vincent virgil vitaly vivek vlad vladimir
    volodymyr wade wallace walter ward warren wayne wendell wes wesley wilbur wilfred will willard
    william willie wolfgang woodrow xavier yitzhak yousef yuri zac zachary zack zeke jd kweku ruslan
    sergii yevgeny dinesh narendra benyamin bibi javad hamid gennady kellyn pascal thierry jean-claude
    jean-marc jean-luc jean-yves
    """
)

SHE = word_set(
    """
    abby abigail ada adele adriana agnes aileen aimee alexandra alexandria alexis alice alicia alina
    alison allison alma alyssa amanda amber amelia amy ana anastasia andrea angela angelina angie anita
    ann anna annalena anne annette annie antoinette antonia april arlene ashley astrid audrey ava aya
    barbara beatrice becky belinda bella benazir bernadette bernice beth bethany betsy betty beverly
    bianca blanca bonnie brenda bridget brigitte brittany caitlin camila camille candace candice cara
    carla carly carmen carol carole caroline carolyn carrie cassandra cassie catherine cathy cecilia
    celeste chantal charity charlene charlotte chelsea cheri cherie cheryl chloe christa christiane
    christina christine chrystia cindy claire clara clare clarissa claudia colleen connie constance cora
    corinne courtney cristina crystal cynthia daisy daniela danielle daphne darlene dawn deanna deanne
    deb debbie deborah debra dee deidre delia denise diana diane dianne dolores donna dora doreen doris
    dorothy ebony edith eileen elaine eleanor elena elisabeth elise elissa eliza elizabeth ella ellen
    elsa elsie emily emma erica erika erin esmeralda estelle esther ethel eunice eva eve evelyn faith
    fatima felicia fiona florence frances francesca freda frida gabriella gabrielle gail geena georgia
    georgina geraldine gertrude gina giorgia gisele gloria golda grace greta gretchen gwen gwendolyn
    hannah harriet hazel heather heidi helen helena helga henrietta hilary hilda hillary holly hope huma
    ida ilana ilhan imelda ines ingrid irene irina iris isabel isabella isla ivana ivanka jackie jaclyn
    jacqueline jacinda jan jana jane janet janice janine jasmine jean jeanette jeanine jeanne jen jenna
    jennifer jenny jess jessica jill jo joan joann joanna joanne jocelyn jodi jody josephine joy joyce
    juanita judith judy julia juliana julianne julie june kaitlan kamala kara karen karin karine karla
    karoline kate katherine kathleen kathryn kathy katie katrina kay kayla kayleigh keisha kellyanne
    kelsey kendra kerry kersti khadija kim kimberly kirsten kristen kristi kristin kristina kristine
    krysten lana lara latoya laura lauren laurie lea leah leila lena leonie leticia lidia lila lilian
    lillian lily lina linda lisa liz liza lizzie lois lola lori lorraine louise lucia lucille lucinda
    lucy luisa lydia lynn lynne mabel madeleine madeline mae maggie maia maja mallory mara marcia marcy
    margaret margarita margo margot maria mariah marian marianne marie marilyn marina marine marion
    marisa marissa marjorie marlene marsha martha mary maryam maura maureen maxine may maya mazie meg
    megan meghan melania melanie melinda melissa melody mercedes meredith mia michaela michele michelle
    mika mildred mimi mindy minnie miranda miriam mitzi molly mona monica monique muriel myra myrna
    nadia nadine nan nancy naomi natalia natalie natasha nell nellie nicola nicole nikki nina noelle
    nora norma octavia olga olive olivia opal oprah padma paige pam pamela patience patricia patsy patti
    patty paula pauline pearl peggy penelope penny petra phoebe phyllis pippa priscilla priti rachel
    rachelle ramona raquel rebecca regina renee rhonda rima rita roberta rochelle ronna rosa rosalind
    rosalynn rosanne rose roseanne rosemary rosie roxanne ruby ruth sabrina sadie sally samantha sandra
    sara sarah savannah selena serena shaheen shannon shari sharon sheila shelley shelly sheri sherri
    sherry sheryl shirley silvia simone sofia sonia sonja sonya sophia sophie stacey stacy stella
    stephanie sue sunny susan susana susanna susanne suzanne svetlana sybil sylvia tamara tammy tania
    tanya tara tatiana teresa terri tess theresa theodora tiffany tina toni tonya tracey tracy tricia
    trina tulsi ursula valarie valentina valerie vanessa vera veronica vicki vicky victoria viola violet
    virginia vivian wanda wendy whitney whoopi wilma winifred yolanda yulia yvette yvonne zara zoe
    nikole dilma cristine elise emanuela margrethe roberta condoleezza nydia debra liza loretta kaley
    symone katy geraldine jena sandra jeannette
    """
)

EITHER = word_set(
    """
    adama addison alex avery bailey blair blake brett cameron carey carmen casey charley chris christian
    corey dana daryl devon drew dylan elliott emerson evelyn frankie gale hadley harley hayden hunter
    jackie jamie jan jean jesse jo jody jordan jules kai kelly kendall kerry kim kirby kit lane lauren
    lee lee leigh leslie lindsay lindsey logan loren lynn marion mckenzie mel merle morgan nicky parker
    pat peyton quinn randy reagan reese riley robbie robin rory rowan ryan sacha sam sandy sasha shannon
    shay shelby sidney skyler stacy sydney taylor terry toni tracy tyler val valerie whitney xi yang
    """
)

FIRST_NAMES = HE | SHE | EITHER
